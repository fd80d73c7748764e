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
  covariance.forEach((row, i) => {
    checkNonNegative(action, `covariance[${i}][${i}]`, row[i]);
    row.forEach((value, j) => {
      const bound = Math.sqrt(row[i] * covariance[j][j]);
      const [rule, symmetric] = [`covariance[${j}][${i}]`, value === covariance[j][i]];
      checkThat(action, `covariance[${i}][${j}]`, rule, value, symmetric);
      const correlated = Math.abs(value) <= bound * (1 + 1e-12);
      checkThat(action, `covariance[${i}][${j}]`, `within ±${bound}`, value, correlated);
    });
  });
  choleskyOf(action, covariance);
}

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
      const noise = 1e-12 * Math.sqrt(row[i] * covariance[j][j]);
      if (i === j) {
        const rule = "positive semidefinite: no sum of assets may have a negative variance";
        checkThat(action, "covariance", rule, covariance, rest >= -noise);
        lower[i].push(rest > noise ? Math.sqrt(rest) : 0);
      } else {
        lower[i].push(lower[j][j] > 0 ? rest / lower[j][j] : 0);
      }
    }
  });
  return lower;
}
