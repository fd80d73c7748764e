import { checkThat } from "../check.ts";
import type { PriceProcess } from "../market/price_process.ts";

/** The law of one step of an arithmetic Brownian motion. */
export interface GaussianStep {
  /** Mean of the step, in currency. */
  readonly mean: number;
  /** Variance of the step, in currency². */
  readonly variance: number;
}

/**
 * One step's law where it is normal and the same at every price; only then do e^{iuY} and e^{−γY} follow
 * a recursion over inventories alone.
 *
 * @param action What cannot be done without, for the message.
 * @param price The price process.
 * @param dt Length of a step.
 * @returns Mean and variance.
 * @throws {TypeError} Where the price is not an arithmetic Brownian motion.
 */
export function gaussianStep(action: string, price: PriceProcess, dt: number): GaussianStep {
  checkThat(
    action,
    "price",
    "an arithmeticBrownian, whose steps do not depend on the price",
    price.name,
    price.name === "arithmeticBrownian",
  );
  const { volatility, drift } = price.parameters;
  return { mean: drift * dt, variance: volatility * volatility * dt };
}
