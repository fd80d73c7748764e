import { checkNonNegative, checkPositive, checkThat, checkWhole } from "../check.ts";
import { logRatio } from "../numeric/log_ratio.ts";
import { type BothSides, positiveSides, type Sides } from "./sides.ts";

/** What the market maker of several assets is told to believe of one of them. */
export interface AssetBeliefs {
  /** Believed scale A of the intensity, in fills/time; > 0, or one each for `bid` and `ask`. */
  readonly scale: Sides;
  /** Believed decay k of the intensity with depth, in units/currency; > 0, or one each for `bid` and `ask`. */
  readonly decay: Sides;
  /** Size Δ of one order, in units; > 0. @default {1} */
  readonly orderSize?: number;
  /** Largest inventory Q, in orders; a whole number >= 1. */
  readonly maxOrders: number;
}

/** One asset, checked, with what does not depend on the inventory worked out for each side. */
export interface Asset {
  readonly orderSize: number;
  readonly maxOrders: number;
  readonly decay: BothSides;
  /** ηΔ/k, the weight of a fill in the equation of the value; in currency/time. */
  readonly weight: BothSides;
  /** m = ln(1 + γΔ/k)/(γΔ), the depth at which a fill of no consequence is best; in currency. */
  readonly fillTerm: BothSides;
}

/** Checks one asset's beliefs. */
export function assetOf(
  action: string,
  name: string,
  riskAversion: number,
  { scale, decay, orderSize = 1, maxOrders }: AssetBeliefs,
): Asset {
  checkPositive(action, `${name}.orderSize`, orderSize);
  checkWhole(action, `${name}.maxOrders`, maxOrders);
  const a = positiveSides(action, `${name}.scale`, scale);
  const k = positiveSides(action, `${name}.decay`, decay);
  const risk = riskAversion * orderSize;
  const weight = (side: "bid" | "ask") =>
    a[side] * orderSize / k[side] *
    Math.exp(-Math.log1p(risk / k[side]) - k[side] * logRatio(risk, k[side]));
  return {
    orderSize,
    maxOrders,
    decay: k,
    weight: { bid: weight("bid"), ask: weight("ask") },
    fillTerm: { bid: logRatio(risk, k.bid), ask: logRatio(risk, k.ask) },
  };
}

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
