import { checkThat } from "../check.ts";
import { changeMoments, type PriceProcess } from "../market/price_process.ts";

/**
 * The variance of a price's next step, by the price: σ²Δt of an arithmetic Brownian motion.
 *
 * @param action What cannot be done without, for the message.
 * @param price The price process.
 * @param dt Length of a step.
 * @throws {TypeError} Where the process draws its steps its own way, and does not say their moments.
 */
export function stepVariance(
  action: string,
  price: PriceProcess,
  dt: number,
): (midPrice: number) => number {
  const moments = changeMoments(price, dt);
  checkThat(
    action,
    "price",
    "one that knows its step's moments",
    price.name,
    moments !== undefined,
  );
  const { mean: [b, a], square: [e, d, c] } = moments!;
  return (s) => Math.max(0, e + s * (d + s * c) - (b + a * s) ** 2);
}
