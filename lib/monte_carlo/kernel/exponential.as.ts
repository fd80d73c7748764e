/*
 * The exponential of `numeric/exponential.ts`, two numbers at a time: the same operations in the same
 * order on the same constants, so the same bits.
 */

const CONSTANTS: usize = memory.data<f64>([
  -708, 709, 1.44269504088896338700, 6755399441055744,
  6.93147180369123816490e-01, 1.90821492927058770002e-10,
  4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05,
  -2.77777777770155933842e-03, 1.66666666666666019037e-01, 1, 2,
], 16);

@inline
function constant(i: usize): v128 {
  return v128.load64_splat(CONSTANTS + 8 * i);
}

/** The quotient r·c/(2 − c), by which e^r = 1 + r + r·c/(2 − c). */
@inline
function share(r: v128): v128 {
  const t = f64x2.mul(r, r), u = f64x2.mul(t, t);
  const p = f64x2.add(
    f64x2.add(constant(10), f64x2.mul(t, constant(9))),
    f64x2.mul(
      u,
      f64x2.add(f64x2.add(constant(8), f64x2.mul(t, constant(7))), f64x2.mul(u, constant(6))),
    ),
  );
  const c = f64x2.sub(r, f64x2.mul(t, p));
  return f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(12), c));
}

/** A power of 2 is a sum of exponents: within the bounds every result has the one it should. */
@inline
export function exponential(given: v128): v128 {
  const x = f64x2.pmin(f64x2.pmax(given, constant(0)), constant(1));
  const rounded = f64x2.add(f64x2.mul(x, constant(2)), constant(3));
  const whole = f64x2.sub(rounded, constant(3));
  const high = f64x2.sub(x, f64x2.mul(whole, constant(4)));
  const low = f64x2.mul(whole, constant(5));
  const rest = share(f64x2.sub(high, low));
  const y = f64x2.sub(constant(11), f64x2.sub(f64x2.sub(low, rest), high));
  const k = i64x2.sub(rounded, constant(3));
  return i64x2.add(y, i64x2.shl(k, 52));
}

/** The same numbers, where no |x| is above ½ ln 2: the power of 2 is 1. */
@inline
export function smallExponential(x: v128): v128 {
  return f64x2.add(constant(11), f64x2.add(share(x), x));
}
