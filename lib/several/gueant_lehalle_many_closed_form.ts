import { keyed, listOf } from "../kinds.ts";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { checkKeys, checkNonNegative, checkThat } from "../check.ts";
import { checkCovariance } from "../numeric/covariance.ts";
import type { GueantLehalleManyOptions } from "./gueant_lehalle_many.ts";
import { type AssetBeliefs, assetKeys, assetOf } from "./many_beliefs.ts";
import { inventoriesOf, type ManyStrategy } from "./many_situation.ts";

/**
 * The closed form of the optimal quotes in several assets, far from the end: straight lines in the
 * inventories.
 *
 * $$\delta^b_i \approx m_i + \sqrt{\frac\gamma2}\Bigl((\Gamma q)_i + \frac{\Gamma_{ii}\Delta_i}2\Bigr),\qquad
 * \Gamma = D^{-\frac12}\bigl(D^{\frac12}\Sigma D^{\frac12}\bigr)^{\frac12}D^{-\frac12}$$
 * with D diagonal, D_i = A_iΔ_ik_i(1 + γΔ_i/k_i)^{−(1+k_i/(γΔ_i))}; the ask with −Γq. Guéant, "Optimal market
 * making" (2017), arXiv 1605.01862, equation (5.18). It knows no largest inventory.
 *
 * @param options Beliefs of equal sides, covariance and risk aversion.
 * @returns The strategy, which does not read the time.
 * @throws {RangeError} Where a belief is out of its range.
 * @throws {TypeError} Where the covariance is no covariance matrix, or an asset's sides differ.
 *
 * @example With one asset it is the closed form of Guéant, Lehalle and Fernandez-Tapia
 * ```ts
 * import { gueantLehalleClosedForm } from "@digital-market-maker/lab";
 * import { gueantLehalleManyClosedForm } from "@digital-market-maker/lab/several";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const many = gueantLehalleManyClosedForm({
 *   assets: [{ scale: 0.9, decay: 0.3 }],
 *   covariance: [[0.09]],
 *   riskAversion: 0.01,
 * });
 * const one = gueantLehalleClosedForm({
 *   scale: 0.9, decay: 0.3, volatility: 0.3, riskAversion: 0.01,
 * });
 * const [{ bidDepth }] = many.quote({ timeLeft: 1, inventories: [5] });
 * const situation = { time: 0, timeLeft: 1, midPrice: 100, inventory: 5 };
 * assertAlmostEquals(bidDepth, one.quote(situation).bidDepth, 1e-12);
 * ```
 */
export function gueantLehalleManyClosedForm(
  options: GueantLehalleManyClosedFormOptions,
): ManyStrategy {
  const action = "build gueantLehalleManyClosedForm";
  checkKeys<GueantLehalleManyClosedFormOptions>(action, options, {
    covariance: true,
    riskAversion: true,
    assets: listOf("assets' beliefs", keyed<Omit<AssetBeliefs, "maxOrders">>(assetKeys), 1),
  });
  const { assets: believed, covariance, riskAversion: gamma } = options;
  checkNonNegative(action, "riskAversion", gamma);
  const assets = believed.map((beliefs, i) => {
    const { scale, decay } = beliefs;
    for (const [name, value] of Object.entries({ scale, decay })) {
      checkThat(action, `assets[${i}].${name}`, "one number", value, typeof value === "number");
    }
    return assetOf(action, `assets[${i}]`, gamma, { ...beliefs, maxOrders: 1 });
  });
  checkCovariance(action, covariance, assets.length);
  const roots = assets.map(({ weight, decay }) => decay.bid * Math.sqrt(weight.bid));
  const scaled = new Matrix(covariance.map((row, i) => row.map((v, j) => roots[i] * v * roots[j])));
  const lean = squareRoot(scaled).map((row, i) =>
    row.map((value, j) => Math.sqrt(gamma / 2) * value / (roots[i] * roots[j]))
  );
  const name = "Guéant–Lehalle, several assets, closed form";
  return {
    name,
    quote(situation) {
      const inventories = inventoriesOf(name, situation, assets.length);
      return assets.map(({ orderSize, fillTerm }, i) => {
        const centre = lean[i].reduce((sum, value, j) => sum + value * inventories[j], 0);
        const half = fillTerm.bid + lean[i][i] * orderSize / 2;
        return { bidDepth: half + centre, askDepth: half - centre };
      });
    },
  };
}

/** What {@linkcode gueantLehalleManyClosedForm} is told to believe. */
export type GueantLehalleManyClosedFormOptions =
  & Pick<GueantLehalleManyOptions, "covariance" | "riskAversion">
  & {
    /** One set of beliefs an asset; no largest inventory. */
    readonly assets: readonly Omit<GueantLehalleManyOptions["assets"][number], "maxOrders">[];
  };

/** The symmetric square root of a positive semidefinite matrix. */
function squareRoot(matrix: Matrix): number[][] {
  const { realEigenvalues, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const roots = Matrix.diag(realEigenvalues.map((value) => Math.sqrt(Math.max(0, value))));
  return vectors.mmul(roots).mmul(vectors.transpose()).to2DArray();
}
