import { checkNonNegative, checkThat } from "../check.ts";

/** Refuses a covariance matrix that is not square, symmetric and positive semidefinite. */
export function checkCovariance(
  action: string,
  covariance: readonly (readonly number[])[],
  size: number,
): void {
  const square = Array.isArray(covariance) && covariance.length === size &&
    covariance.every((row) => Array.isArray(row) && row.length === size);
  checkThat(
    action,
    "covariance",
    `${size} rows of ${size} numbers, one an asset`,
    covariance,
    square,
  );
  covariance.forEach((row, i) => checkNonNegative(action, `covariance[${i}][${i}]`, row[i]));
  covariance.forEach((row, i) => {
    row.forEach((value, j) => {
      const bound = Math.sqrt(row[i] * covariance[j][j]);
      // ρ·σ_i·σ_j and ρ·σ_j·σ_i may differ in the last digit.
      const symmetric = Math.abs(value - covariance[j][i]) <= 1e-12 * bound;
      const rule = `covariance[${j}][${i}], which is ${covariance[j][i]}`;
      checkThat(action, `covariance[${i}][${j}]`, rule, value, symmetric);
      const correlated = Math.abs(value) <= bound * (1 + 1e-12);
      checkThat(action, `covariance[${i}][${j}]`, `within ±${bound}`, value, correlated);
    });
  });
  choleskyOf(action, covariance);
}

/** Share of a variance that is rounding. */
const NOISE = 1e-12;

/**
 * The lower triangular L with L·Lᵀ = Σ, by Cholesky; a row that hangs on the earlier ones ends in 0.
 *
 * @throws {TypeError} Where the matrix is not positive semidefinite.
 */
export function choleskyOf(
  action: string,
  covariance: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const lower: number[][] = [];
  covariance.forEach((row, i) => {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let l = 0; l < j; l++) rest -= lower[i][l] * lower[j][l];
      const size = Math.sqrt(row[i] * covariance[j][j]);
      const spans = i === j ? rest > NOISE * size : lower[j][j] > 0;
      // What hangs on the earlier rows has no noise of its own to share: by Cauchy and Schwarz, within √NOISE.
      const right = spans || Math.abs(rest) <= (i === j ? NOISE : Math.sqrt(NOISE)) * size;
      const rule = "positive semidefinite: no sum of assets may have a negative variance";
      checkThat(action, "covariance", rule, covariance, right);
      lower[i].push(!spans ? 0 : i === j ? Math.sqrt(rest) : rest / lower[j][j]);
    }
  });
  return lower;
}
