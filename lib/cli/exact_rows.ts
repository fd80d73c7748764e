import { traderLabel, type TraderName, tradersOf } from "../scenario/named_traders.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Progress } from "../progress.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import { type ExactSummary, exactSummary, summaryOf } from "../theory/exact_summary.ts";
import { tabulatedLots } from "../trading/tabulated_lots.ts";
import { UsageError } from "./flags.ts";
import type { SweepPoint } from "./sweep.ts";
import { pieceOf } from "./task_progress.ts";

/** One trader at one point of a sweep, exactly. What does not exist is null. */
export interface ExactRow extends Omit<ExactSummary, "truncation"> {
  /** The trader's short name. */
  readonly trader: TraderName;
  /** The swept parameter's value; undefined where nothing is swept. */
  readonly value: unknown;
  /** What the moments leave out. */
  readonly truncation: ExactSummary["truncation"] | null;
}

/** A point that the solver refuses, and why. */
export interface RefusedRow {
  readonly trader: TraderName;
  readonly value: unknown;
  /** The refusal, in a sentence. */
  readonly refused: string;
}

/** How the rows are worked out. */
export interface ExactRowsOptions {
  /** Whether certainty equivalents are worked out too. */
  readonly worth: boolean;
  /** Is told how far the work is. */
  readonly progress: Progress;
}

/** Places that a recursion visits, steps × inventories, beyond which nobody waits for it. */
const MOST_PLACES = 20_000_000;

/**
 * Every trader at every point. A point that the solver refuses does not end a sweep: it is told.
 *
 * @throws {UsageError} Where the work is too large, before it begins.
 */
export function exactRows(
  points: readonly SweepPoint[],
  names: readonly TraderName[],
  { worth, progress }: ExactRowsOptions,
): readonly (ExactRow | RefusedRow)[] {
  for (const { scenario } of points) checkSize(scenario, names);
  // Where there is one point alone, a trader who cannot be built ends it all: before anybody is solved.
  if (points.length === 1) tradersOf(points[0].scenario, names);
  const pieces = points.length * names.length;
  const rows = points.flatMap(({ value, scenario }, i) =>
    names.map((trader, j): ExactRow | RefusedRow => {
      const piece = pieceOf(progress, i * names.length + j, pieces);
      piece(0, 1);
      try {
        const { [trader]: named } = tradersOf(scenario, [trader]);
        return { trader, value, ...summary(scenario, named, worth, piece) };
      } catch (error) {
        const told = error instanceof RangeError || error instanceof TypeError;
        if (!told) throw error;
        return { trader, value, refused: error.message };
      }
    })
  );
  progress(1000 * pieces, 1000 * pieces);
  return rows;
}

function summary(
  scenario: Scenario,
  trader: Scenario["traders"]["as"],
  worth: boolean,
  progress: Progress,
) {
  const { riskAversion } = scenario.parameters;
  if (worth) return exactSummary(scenario, trader, { riskAversion, progress });
  return summaryOf(exactMoments(scenario, trader, { progress }), null, null);
}

/** Refuses what would take longer than anybody waits. */
function checkSize({ grid, traders }: Scenario, names: readonly TraderName[]): void {
  for (const name of names) {
    const { execution } = name === "naive" ? traders.naive : traders.as;
    const inventories = 2 * tabulatedLots(grid, execution) + 1;
    if (grid.steps * inventories <= MOST_PLACES) continue;
    throw new UsageError(
      `Cannot solve ${traderLabel(name)} exactly as steps × inventories must be at most ` +
        `${MOST_PLACES}: current value is ${grid.steps} × ${inventories}; take fewer steps, or a ` +
        "limit with a breach rule",
    );
  }
}
