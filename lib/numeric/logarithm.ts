/*
 * ln x in operations that IEEE 754 rounds in one way alone, as `exponential.ts` has e^x: `Math.log` may
 * differ between engines in the last bit. The simulation's compiled kernel calls this one.
 */

const LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;
/** Remes approximation of (ln(1 + s) − ln(1 − s) − 2s)/s, from FreeBSD's e_log.c (Sun, 1993). */
const L1 = 6.666666666666735130e-01, L2 = 3.999999999940941908e-01, L3 = 2.857142874366239149e-01;
const L4 = 2.222219843214978396e-01, L5 = 1.818357216161805012e-01, L6 = 1.531383769920937332e-01;
const L7 = 1.479819860511658591e-01;

/** Added to a number's upper half, it carries into the exponent from √2 on. */
const TO_ROOT_2 = 0x95f64;
const ONE = 0x3ff00000;

const real = new Float64Array(1), halves = new Int32Array(real.buffer);

/**
 * ln x for a normal number x > 0 (2.3e−308 and more), within one unit in the last place, the same bits on
 * every machine.
 *
 * x = 2^k·(1 + f) with a whole k and √½ ≤ 1 + f < √2; ln(1 + f) is a polynomial of s = f/(2 + f).
 */
export function logarithm(x: number): number {
  real[0] = x;
  const carried = halves[1] + TO_ROOT_2;
  const k = (carried >> 20) - (ONE >> 20);
  halves[1] = (carried & 0xfffff) + ONE - TO_ROOT_2;
  const f = real[0] - 1, s = f / (2 + f), z = s * s, w = z * z;
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const even = w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f);
}
