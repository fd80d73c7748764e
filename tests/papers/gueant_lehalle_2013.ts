import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { gueantLehalleAsymptotic } from "../../lib/strategy/gueant_lehalle_asymptotic.ts";
import { gueantLehalleClosedForm } from "../../lib/strategy/gueant_lehalle_closed_form.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";
import { type Paper, toDigits } from "./paper.ts";

/** σ 0.3, A 0.9, k 0.3, γ 0.01, Q 30: the paper's figures; ticks and seconds. */
const beliefs = { riskAversion: 0.01, volatility: 0.3, scale: 0.9, decay: 0.3 };
const within = { ...beliefs, maxInventory: 30 };

const at = ({ quote }: Strategy, inventory: number, timeLeft = 600) =>
  quote({ time: 600 - timeLeft, timeLeft, midPrice: NaN, inventory });

/** The exact quotes of the paper's figures, their limit, and the extensions of section 5. */
export const gueantLehalle2013: Paper = {
  name: "GLFT 2013",
  reference: "Guéant, Lehalle, Fernandez-Tapia: Dealing with the inventory risk. arXiv 1105.3115",
  numbers() {
    const exact = gueantLehalle(within);
    const far = gueantLehalleAsymptotic(within);
    const closed = gueantLehalleClosedForm(beliefs);
    const trending = gueantLehalle({ ...within, drift: 0.01 });
    const moving = gueantLehalle({ ...within, impact: 0.1 });
    const penalised = gueantLehalle({ ...within, terminalPenalty: (q) => 0.05 * q * q });
    return [
      ...toDigits("formula", "theorem 1, τ 600", [
        ["bid at q 0", "3.313045", at(exact, 0).bidDepth],
        ["bid at q 5", "3.653479", at(exact, 5).bidDepth],
        ["bid at q 29", "6.130908", at(exact, 29).bidDepth],
        ["bid at q −5", "2.972522", at(exact, -5).bidDepth],
        ["bid at q −30", "0.427056", at(exact, -30).bidDepth],
        ["ask at q 5", "2.972522", at(exact, 5).askDepth],
        ["worth from flat", "1290.625095", optimalValue({ ...within, horizon: 600 })],
      ]),
      ...toDigits("formula", "theorem 1, τ 60", [
        ["bid at q 0", "3.301451", at(exact, 0, 60).bidDepth],
        ["bid at q 5", "3.526127", at(exact, 5, 60).bidDepth],
      ]),
      ...toDigits("formula", "theorem 2", [
        ["bid at q 0", "3.313045", at(far, 0).bidDepth],
        ["bid at q 5", "3.653480", at(far, 5).bidDepth],
        ["bid at q 29", "6.130909", at(far, 29).bidDepth],
      ]),
      ...toDigits("formula", "proposition 3", [
        ["bid at q 0", "3.312915", at(closed, 0).bidDepth],
        ["bid at q 5", "3.652244", at(closed, 5).bidDepth],
      ]),
      ...toDigits("formula", "section 5, μ 0.01", [
        ["bid at q 0", "2.557641", at(trending, 0).bidDepth],
        ["ask at q 0", "4.068020", at(trending, 0).askDepth],
      ]),
      ...toDigits("formula", "section 5, ξ 0.1", [
        ["bid at q 0", "3.363303", at(moving, 0).bidDepth],
        ["bid at q 5", "3.706307", at(moving, 5).bidDepth],
      ]),
      ...toDigits("formula", "b 0.05q², τ 30", [
        ["bid at q 0", "3.319484", at(penalised, 0, 30).bidDepth],
        ["bid at q 5", "3.724153", at(penalised, 5, 30).bidDepth],
      ]),
    ];
  },
};
