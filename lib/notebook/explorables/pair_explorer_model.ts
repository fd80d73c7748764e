import { gueantLehalleMany } from "../../several/gueant_lehalle_many.ts";
import { gueantLehalleManyClosedForm } from "../../several/gueant_lehalle_many_closed_form.ts";

/** What the controls of the pair explorer are set to. */
export interface PairExplorerValues {
  /** Correlation ρ of the two prices; −0.95 to 0.95. @default {0.8} */
  readonly correlation: number;
  /** Risk aversion γ, in 1/$; 0.01 to 1. @default {0.4} */
  readonly riskAversion: number;
  /** Units held of the first asset; −5 to 5. @default {3} */
  readonly held: number;
  /** Units held of the second asset; −5 to 5. @default {0} */
  readonly other: number;
}

/** Quotes of one asset, as distances from its mid. */
export interface PairQuote {
  readonly bid: number;
  readonly ask: number;
}

/** The numbers of the pair explorer. */
export interface PairExplorerModel {
  readonly values: PairExplorerValues;
  /** Quotes of both assets now, exact. */
  readonly quotes: readonly PairQuote[];
  /** Inventories of the first asset, and the second's quotes there. */
  readonly inventories: readonly number[];
  readonly exact: readonly PairQuote[];
  readonly closedForm: readonly PairQuote[];
  /** What the pair is worth in a day from flat, in $. */
  readonly worth: number;
  /** What it would be worth without correlation, in $. */
  readonly apart: number;
}

const HELD = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];

/** Two assets like the paper's, half-way through the day, by the library's exact solution and closed form. */
export function pairExplorerModel(values: PairExplorerValues): PairExplorerModel {
  const { correlation, riskAversion, held, other } = values;
  const asset = { scale: 140, decay: 1.5, maxOrders: 6 };
  const optionsOf = (rho: number) => ({
    assets: [asset, asset],
    covariance: [[4, 4 * rho], [4 * rho, 4]],
    riskAversion,
  });
  const exact = gueantLehalleMany({ ...optionsOf(correlation), horizon: 1, tolerance: 1e-7 });
  const apart = gueantLehalleMany({ ...optionsOf(0), horizon: 1, tolerance: 1e-7 });
  const closed = gueantLehalleManyClosedForm(optionsOf(correlation));
  const away = ({ bidDepth, askDepth }: { bidDepth: number; askDepth: number }): PairQuote => ({
    bid: -bidDepth,
    ask: askDepth,
  });
  const second = (strategy: typeof closed) =>
    HELD.map((first) => away(strategy.quote({ timeLeft: 0.5, inventories: [first, other] })[1]));
  return {
    values,
    quotes: exact.quote({ timeLeft: 0.5, inventories: [held, other] }).map(away),
    inventories: HELD,
    exact: second(exact),
    closedForm: second(closed),
    worth: exact.value(1, [0, 0]),
    apart: apart.value(1, [0, 0]),
  };
}
