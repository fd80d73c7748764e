import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";
import { type Paper, toDigits } from "./paper.ts";

/** A 140, k 1.5, σ 2, T 1, |q| ≤ 50, a risk-neutral maker against a drift within ±B. */
const game = (bound: number) => ({
  riskAversion: 0,
  volatility: 2,
  scale: 140,
  decay: 1.5,
  maxInventory: 50,
  penalty: (q: number) => bound * Math.abs(q),
});

function bidDepth(bound: number, inventory: number): number {
  const { quote } = gueantLehalle(game(bound));
  return quote({ time: 0, timeLeft: 1, midPrice: NaN, inventory }).bidDepth;
}

const value = (bound: number) => optimalValue({ ...game(bound), horizon: 1 });

/** The zero-sum market: an adversary chooses the drift. */
export const spoonerSavani2020: Paper = {
  name: "SS 2020",
  reference:
    "Spooner, Savani: Robust market making via adversarial reinforcement learning. arXiv 2003.01820",
  numbers: () => [
    ...toDigits("formula", "drift within ±5", [
      ["worth from flat", "59.585676", value(5)],
      ["bid at q 0", "0.764345", bidDepth(5, 0)],
      ["bid at q 1", "0.890082", bidDepth(5, 1)],
      ["bid at q 2", "0.984761", bidDepth(5, 2)],
      ["bid at q 5", "1.184877", bidDepth(5, 5)],
      ["bid at q 10", "1.402246", bidDepth(5, 10)],
      ["bid at q 20", "1.680244", bidDepth(5, 20)],
      ["bid at q −1", "0.568989", bidDepth(5, -1)],
      ["bid at q −5", "0.205938", bidDepth(5, -5)],
    ]),
    ...toDigits("formula", "drift within ±2", [
      ["worth from flat", "63.775915", value(2)],
      ["bid at q 0", "0.718783", bidDepth(2, 0)],
      ["bid at q 5", "0.983743", bidDepth(2, 5)],
    ]),
    ...toDigits("formula", "no drift", [
      ["worth from flat", "68.670828", value(0)],
      ["bid at q 0", "0.666667", bidDepth(0, 0)],
    ]),
  ],
};
