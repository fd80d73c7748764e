/*
 * The natural logarithm of `numeric/logarithm.ts`: the same operations in the same order.
 */

const LN2_HIGH: f64 = 6.93147180369123816490e-01, LN2_LOW: f64 = 1.90821492927058770002e-10;
const L1: f64 = 6.666666666666735130e-01, L2: f64 = 3.999999999940941908e-01;
const L3: f64 = 2.857142874366239149e-01, L4: f64 = 2.222219843214978396e-01;
const L5: f64 = 1.818357216161805012e-01, L6: f64 = 1.531383769920937332e-01;
const L7: f64 = 1.479819860511658591e-01;

const TO_ROOT_2: i64 = 0x95f64 << 32;
const ONE: i64 = 0x3ff << 52;
const FRACTION: i64 = (1 << 52) - 1;

export function logarithm(x: f64): f64 {
  const carried = reinterpret<i64>(x) + TO_ROOT_2;
  const k = <f64> ((carried >> 52) - 0x3ff);
  const f = reinterpret<f64>((carried & FRACTION) + ONE - TO_ROOT_2) - 1;
  const s = f / (2 + f), z = s * s, w = z * z;
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const even = w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f);
}
