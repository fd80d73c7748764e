import { checkThat } from "../check.ts";
import { type PriceProcess, stepOf } from "../market/price_process.ts";

/** A normal law of one step, the same at every price. */
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
 * @throws {TypeError} Where the steps depend on the price, or the process draws them its own way.
 */
export function gaussianStep(action: string, price: PriceProcess, dt: number): GaussianStep {
  const step = stepOf(price, dt);
  const free = step?.of === "price" && step.kept === 1;
  const rule = "a process whose steps are known to be normal and the same at every price";
  checkThat(action, "price", rule, price.name, free);
  const { shift, deviation } = step!;
  return { mean: shift, variance: deviation * deviation };
}
