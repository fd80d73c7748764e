import { checkThat } from "../check.ts";

/** Rational functions of Wichura (1988), lowest power first: numerator, denominator. */
const CENTRE = [
  [
    3.3871328727963666080,
    1.3314166789178437745e+2,
    1.9715909503065514427e+3,
    1.3731693765509461125e+4,
    4.5921953931549871457e+4,
    6.7265770927008700853e+4,
    3.3430575583588128105e+4,
    2.5090809287301226727e+3,
  ],
  [
    1,
    4.2313330701600911252e+1,
    6.8718700749205790830e+2,
    5.3941960214247511077e+3,
    2.1213794301586595867e+4,
    3.9307895800092710610e+4,
    2.8729085735721942674e+4,
    5.2264952788528545610e+3,
  ],
];
const SHOULDER = [
  [
    1.42343711074968357734,
    4.63033784615654529590,
    5.76949722146069140550,
    3.64784832476320460504,
    1.27045825245236838258,
    2.41780725177450611770e-1,
    2.27238449892691845833e-2,
    7.74545014278341407640e-4,
  ],
  [
    1,
    2.05319162663775882187,
    1.67638483018380384940,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  ],
];
const TAIL = [
  [
    6.65790464350110377720,
    5.46378491116411436990,
    1.78482653991729133580,
    2.96560571828504891230e-1,
    2.65321895265761230930e-2,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7,
  ],
  [
    1,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  ],
];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
const rational = ([above, below]: readonly (readonly number[])[], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/**
 * Quantile of the standard normal law, the inverse of its distribution function.
 *
 * Wichura, Applied Statistics 37 (1988), algorithm AS 241 (PPND16): right to about 16 digits.
 *
 * @param level A probability above 0 and below 1.
 * @returns The number that a standard normal variable stays below with that probability.
 * @throws {RangeError} Where the level is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { normalQuantile } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(normalQuantile(0.5), 0);
 * assertAlmostEquals(normalQuantile(0.975), 1.959963984540054, 1e-15);
 * ```
 */
export function normalQuantile(level: number): number {
  checkThat(
    "take normalQuantile",
    "level",
    "above 0 and below 1",
    level,
    typeof level === "number" && level > 0 && level < 1,
  );
  const q = level - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(level, 1 - level)));
  const size = r <= 5 ? rational(SHOULDER, r - 1.6) : rational(TAIL, r - 5);
  return q < 0 ? -size : size;
}
