import { carteaJaimungal } from "../../lib/strategy/cartea_jaimungal.ts";
import { type Paper, toDigits } from "./paper.ts";

/** λ 1, κ 100, |q| ≤ 3, α 1e-4, thirty seconds before the end. */
function askDepths(runningPenalty: number): readonly number[] {
  const { quote } = carteaJaimungal({
    ...{ runningPenalty, terminalPenalty: 1e-4, scale: 1, decay: 100, maxInventory: 3 },
  });
  return [-2, -1, 0, 1, 2, 3].map((inventory) =>
    quote({ time: 0, timeLeft: 30, midPrice: NaN, inventory }).askDepth
  );
}

const rows = (theirs: readonly string[], ours: readonly number[]) =>
  theirs.map((text, i) => [`ask at q ${`${i - 2}`.replace("-", "−")}`, text, ours[i]] as const);

/** The depths of the market maker who penalises inventory, running and at the end. */
export const carteaJaimungal2015: Paper = {
  name: "CJP 2015",
  reference: "Cartea, Jaimungal, Penalva: Algorithmic and High-Frequency Trading, section 10.2",
  numbers: () => [
    ...toDigits(
      "formula",
      "φ 2e-6",
      rows(
        ["0.01616004", "0.01269035", "0.01079786", "0.00920214", "0.00730965", "0.00383996"],
        askDepths(2e-6),
      ),
    ),
    ...toDigits(
      "formula",
      "φ 2e-4",
      rows(
        ["0.01805336", "0.01417844", "0.01134583", "0.00865417", "0.00582156", "0.00194664"],
        askDepths(2e-4),
      ),
    ),
  ],
};
