/*
 * The exponential of `numeric/exponential.ts`, two numbers at a time: the same operations in the same
 * order on the same constants, so the same bits.
 */

const CONSTANTS: usize = memory.data<f64>([
  -746, 710, 1.44269504088896338700, 6755399441055744,
  6.93147180369123816490e-01, 1.90821492927058770002e-10,
  4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05,
  -2.77777777770155933842e-03, 1.66666666666666019037e-01, 1, 2,
], 16);
const BIAS: usize = memory.data<i64>([1023, 1023], 16);

// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load64_splat(CONSTANTS + 8 * i);
}

/** 2 to whole numbers. */
// @ts-ignore: decorator
@inline
function power(whole: v128): v128 {
  return i64x2.shl(i64x2.add(whole, v128.load(BIAS)), 52);
}

// @ts-ignore: decorator
@inline
export function exponential(given: v128): v128 {
  const x = f64x2.pmin(f64x2.pmax(given, constant(0)), constant(1));
  const rounded = f64x2.add(f64x2.mul(x, constant(2)), constant(3));
  const whole = f64x2.sub(rounded, constant(3));
  const high = f64x2.sub(x, f64x2.mul(whole, constant(4)));
  const low = f64x2.mul(whole, constant(5));
  const r = f64x2.sub(high, low), t = f64x2.mul(r, r);
  let p = constant(6);
  p = f64x2.add(f64x2.mul(t, p), constant(7));
  p = f64x2.add(f64x2.mul(t, p), constant(8));
  p = f64x2.add(f64x2.mul(t, p), constant(9));
  p = f64x2.add(f64x2.mul(t, p), constant(10));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const share = f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(12), c));
  const y = f64x2.sub(constant(11), f64x2.sub(f64x2.sub(low, share), high));
  // The sign of a shifted half of 32 bits is the whole number's own, so this is its half, rounded down.
  const k = i64x2.sub(rounded, constant(3)), half = i32x4.shr_s(k, 1);
  return f64x2.mul(f64x2.mul(y, power(half)), power(i64x2.sub(k, half)));
}
