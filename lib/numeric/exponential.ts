/*
 * e^x in operations that IEEE 754 rounds in one way alone: sums, products, a quotient. `Math.exp` may
 * differ between engines in the last bit, so a geometric price drawn with it would be another one in
 * another browser. The simulation's compiled kernel does these operations two at a time
 * (`monte_carlo/kernel/exponential.as.ts`), which changes no bit either: WebAssembly and JavaScript both
 * forbid fused or reordered arithmetic.
 */

/** Beyond these the result stays what it is there: between them, 2^k is a number like any other. */
const LEAST = -708, MOST = 709;
const LOG2_E = 1.44269504088896338700;
/** Adding it and taking it away rounds to a whole number. */
const ROUNDER = 6755399441055744;
/** ln 2 in two parts: a whole number of 21 bits times the first is exact. */
const LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;
/** Remes approximation of r·(e^r + 1)/(e^r − 1) on ±½ ln 2, from FreeBSD's e_exp.c (Sun, 1993). */
const P1 = 1.66666666666666019037e-01, P2 = -2.77777777770155933842e-03;
const P3 = 6.61375632143793436117e-05, P4 = -1.65339022054652515390e-06;
const P5 = 4.13813679705723846039e-08;

/** Powers 2^k for k from −1022 to 1023, by exact doubling. */
const POWERS = new Float64Array(2046);
POWERS[1022] = 1;
for (let k = 1; k <= 1023; k++) POWERS[1022 + k] = 2 * POWERS[1021 + k];
for (let k = 1; k <= 1022; k++) POWERS[1022 - k] = POWERS[1023 - k] / 2;

/**
 * e^x for x from −708 to 709, within one unit in the last place, the same bits on every machine. Beyond
 * stays what is there, 3e−308 and 8e307: no price comes near it.
 *
 * x = k·ln 2 + r with a whole k and |r| ≤ ½ ln 2; e^r is a quotient of polynomials.
 */
export function exponential(of: number): number {
  const x = Math.min(Math.max(of, LEAST), MOST);
  const k = x * LOG2_E + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low, t = r * r;
  const u = t * t;
  const p = P1 + t * P2 + u * (P3 + t * P4 + u * P5);
  const c = r - t * p;
  const y = 1 - (low - r * c / (2 - c) - high);
  return y * POWERS[1022 + k];
}
