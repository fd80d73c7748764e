import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { type Case, scenarioOf } from "./cases.ts";
import type { Outcome, RunLine } from "./competitor.ts";

/** Exact numbers of the workload's two strategies. */
export type ExactOutcomes = Readonly<Record<"naive" | "as", Outcome>>;

/** The exact numbers of a case. */
export function exactOutcomes(chosen: Pick<Case, "scenario" | "changes">): ExactOutcomes {
  const setting = scenarioOf(chosen);
  const of = (trader: "naive" | "as"): Outcome => {
    const { mean, sd, finalInventory } = exactMoments(setting, trader);
    return { mean, sd, finalInventorySd: finalInventory.sd };
  };
  return { naive: of("naive"), as: of("as") };
}

/**
 * How far all runs of a competitor together lie from the exact numbers, at most, in standard errors.
 *
 * A deviation's own standard error is sd·√((kurtosis − 1)/(4n)); profits' kurtosis stays below 8 here, and
 * so much is granted.
 */
export function worstDistance(runs: readonly RunLine[], exact: ExactOutcomes): number {
  const paths = runs.reduce((sum, run) => sum + run.paths, 0);
  const pooled = (of: (run: RunLine) => number) =>
    runs.reduce((sum, run) => sum + run.paths * of(run), 0) / paths;
  return Math.max(...(["naive", "as"] as const).flatMap((key) => {
    const { mean, sd, finalInventorySd } = exact[key];
    const deviation = (value: number, expected: number, kurtosis: number) =>
      (value / expected - 1) / Math.sqrt((kurtosis - 1) / (4 * paths));
    const rootMeanSquare = (of: (outcome: Outcome) => number) =>
      Math.sqrt(pooled((run) => of(run.strategies[key]) ** 2));
    return [
      (pooled((run) => run.strategies[key].mean) - mean) / (sd / Math.sqrt(paths)),
      deviation(rootMeanSquare((outcome) => outcome.sd), sd, 8),
      deviation(rootMeanSquare((outcome) => outcome.finalInventorySd), finalInventorySd, 3),
    ].map(Math.abs);
  }));
}
