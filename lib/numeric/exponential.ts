/*
 * e^x in operations that IEEE 754 rounds in one way alone: sums, products, a quotient. `Math.exp` may
 * differ between engines in the last bit, so a geometric price drawn with it would be another one in
 * another browser. The simulation's compiled kernel does these operations two at a time
 * (`monte_carlo/kernel/exponential.as.ts`), which changes no bit either: WebAssembly and JavaScript both
 * forbid fused or reordered arithmetic.
 */

/** Beyond these, e^x is 0 or Infinity. */
const LEAST = -746, MOST = 710;
const LOG2_E = 1.44269504088896338700;
/** Adding it and taking it away rounds to a whole number. */
const ROUNDER = 6755399441055744;
/** ln 2 in two parts: a whole number of 21 bits times the first is exact. */
const LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;
/** Remes approximation of r·(e^r + 1)/(e^r − 1) on ±½ ln 2, from FreeBSD's e_exp.c (Sun, 1993). */
const P1 = 1.66666666666666019037e-01, P2 = -2.77777777770155933842e-03;
const P3 = 6.61375632143793436117e-05, P4 = -1.65339022054652515390e-06;
const P5 = 4.13813679705723846039e-08;

/** Powers 2^k for k from −538 to 513, by exact doubling. */
const POWERS = new Float64Array(1052);
POWERS[538] = 1;
for (let k = 1; k <= 513; k++) POWERS[538 + k] = 2 * POWERS[537 + k];
for (let k = 1; k <= 538; k++) POWERS[538 - k] = POWERS[539 - k] / 2;

/**
 * e^x, within one unit in the last place, the same bits on every machine.
 *
 * x = k·ln 2 + r with a whole k and |r| ≤ ½ ln 2; e^r is a quotient of polynomials.
 */
export function exponential(of: number): number {
  const x = Math.min(Math.max(of, LEAST), MOST);
  const k = x * LOG2_E + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low, t = r * r;
  const c = r - t * (t * (t * (t * (t * P5 + P4) + P3) + P2) + P1);
  const y = 1 - (low - r * c / (2 - c) - high);
  // In two factors, as 2^k may lie outside the numbers where e^x does not.
  const half = k >> 1;
  return y * POWERS[538 + half] * POWERS[538 + k - half];
}
