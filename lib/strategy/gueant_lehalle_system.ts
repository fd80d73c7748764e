import { checkFinite, checkThat } from "../check.ts";
import type { ChainFlowOptions } from "../numeric/chain_flow.ts";
import { type GueantLehalleOptions, lotBeliefs } from "./gueant_lehalle_values.ts";
import { lotLimit } from "./lots.ts";
import type { ValueQuotes } from "./quotes_from_values.ts";

/** The equations behind the optimal quotes, and how their solution is read. */
export interface GueantLehalleSystem extends ChainFlowOptions {
  /** What turns the solution into depths. */
  readonly quotes: ValueQuotes;
}

/**
 * The system behind the optimal quotes, on inventories −Q … Q in lots.
 *
 * The value θ of the game solves the Hamilton–Jacobi–Bellman equation
 * $$\dot\theta_q = -\tfrac\gamma2\sigma^2q^2 + \mu q - \psi(q) + \frac{\eta_b}{k_b}e^{-k_b\xi/2}
 * e^{k_b(\theta_{q+1} - \theta_q)} + \frac{\eta_a}{k_a}e^{-k_a\xi/2}e^{k_a(\theta_{q-1} - \theta_q)},\qquad
 * \theta_q(0) = -\tfrac\xi2q^2 - b(|q|)$$
 * with a penalty ψ of inventory. Where both sides decay alike, v_q = e^{kθ_q} makes it linear:
 * $$\dot v_q = -(\alpha q^2 - \beta q + k\psi(q))\,v_q + e^{-k\xi/2}(\eta_a v_{q-1} + \eta_b v_{q+1})$$
 * with α = kγσ²/2, β = kμ. Guéant, Lehalle, Fernandez-Tapia (2013), propositions 1 and 2, section 5; for sides of
 * their own, Guéant, "Optimal market making" (2017), arXiv 1605.01862, section 3.
 *
 * @param options Beliefs, largest inventory and penalties.
 * @param action What is built, for errors. @default {"build gueantLehalle"}
 * @returns The system of ln v, or of θ in currency where the decays differ, for `chainFlow`.
 * @throws {RangeError} Where a belief is out of its range.
 */
export function gueantLehalleSystem(
  options: GueantLehalleOptions,
  action = "build gueantLehalle",
): GueantLehalleSystem {
  const { gamma, sigma, decay, drift, impact, orderSize, fillTerm, flow } = lotBeliefs(
    action,
    options,
  );
  const limit = lotLimit(action, options.maxInventory, orderSize);
  const { penalty = () => 0, terminalPenalty = () => 0 } = options;
  const lots = Array.from({ length: 2 * limit + 1 }, (_, i) => i - limit);
  const even = decay.bid === decay.ask;
  const k = even ? decay.bid : 1;
  const alpha = k * gamma * sigma * sigma / 2;
  const worth = { bid: fillTerm.bid * flow.bid, ask: fillTerm.ask * flow.ask };
  for (const [side, earned] of Object.entries(worth)) {
    const rule = "> 0 and finite, as beliefs so far apart leave nothing to count with";
    checkThat(
      action,
      `what orders at the ${side} earn`,
      rule,
      earned,
      earned > 0 && earned < Infinity,
    );
  }
  const risk = alpha * limit * limit;
  checkThat(action, "risk of maxInventory, γσ²Q²k/2,", "finite", risk, risk < Infinity);
  return {
    diagonal: lots.map((q) => {
      const held = q * orderSize;
      const cost = checkFinite(action, `penalty at inventory ${held}`, penalty(held));
      return -alpha * q * q + k * (drift * q - cost);
    }),
    offDiagonal: { lower: flow.ask * k / decay.ask, upper: flow.bid * k / decay.bid },
    rates: even ? undefined : { lower: decay.ask, upper: decay.bid },
    initialLog: lots.map((q) => {
      const cost = terminalPenalty(Math.abs(q) * orderSize);
      const rule = even ? ">= 0" : ">= 0, and finite where the sides differ in decay";
      const right = cost >= 0 && (even || cost < Infinity);
      checkThat(action, "terminalPenalty", rule, cost, right);
      return -k * (impact * q * q / 2 + cost);
    }),
    quotes: { limit, orderSize, decay: k, fillTerm },
  };
}
