import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";
import { type Paper, toDigits } from "./paper.ts";

/** κ 15, λ 2, σ 0.01, |q| ≤ 3, terminal θq² with θ 0.01; mistrust φ_α of the drift as a penalty ½φ_α σ²q². */
const game = (mistrust: number) => ({
  riskAversion: 0,
  volatility: 0.01,
  scale: 2,
  decay: 15,
  maxInventory: 3,
  penalty: (q: number) => mistrust * 0.01 ** 2 * q * q / 2,
  terminalPenalty: (q: number) => 0.01 * q * q,
});

function askDepths(mistrust: number, timeLeft: number): readonly number[] {
  const { quote } = gueantLehalle(game(mistrust));
  return [-2, -1, 0, 1, 2, 3].map((inventory) =>
    quote({ time: 10 - timeLeft, timeLeft, midPrice: NaN, inventory }).askDepth
  );
}

const rows = (theirs: readonly string[], ours: readonly number[]) =>
  theirs.map((text, i) => [`ask at q ${`${i - 2}`.replace("-", "−")}`, text, ours[i]] as const);

/** The depths of the market maker who mistrusts the drift. */
export const carteaDonnellyJaimungal2017: Paper = {
  name: "CDJ 2017",
  reference:
    "Cartea, Donnelly, Jaimungal: Algorithmic trading with model uncertainty. SIAM J. Fin. Math. 8",
  numbers: () => [
    ...toDigits(
      "formula",
      "φ_α 20, τ 10",
      rows(
        ["0.112573", "0.088460", "0.073419", "0.059914", "0.044874", "0.020761"],
        askDepths(20, 10),
      ),
    ),
    ...toDigits("formula", "φ_α 20, τ 10", [
      ["worth from flat", "0.881735", optimalValue({ ...game(20), horizon: 10 })],
    ]),
    ...toDigits(
      "formula",
      "φ_α 20, τ 1",
      rows(
        ["0.115360", "0.091589", "0.074733", "0.058600", "0.041744", "0.017973"],
        askDepths(20, 1),
      ),
    ),
    ...toDigits(
      "formula",
      "φ_α 0, τ 10",
      rows(
        ["0.107602", "0.084497", "0.071946", "0.061387", "0.048836", "0.025731"],
        askDepths(0, 10),
      ),
    ),
  ],
};
