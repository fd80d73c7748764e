import { flag, keyed, maybe, numbers, shaped, text } from "../kinds.ts";
import { checkKeys, checkOneOf, checkThat, checkWhole } from "../check.ts";
import type { Market } from "../market/draw.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import type { Trader } from "../trading/execution.ts";
import { checkTraders } from "../trading/setting.ts";

/** Traders by a short name of the caller's own, such as `naive` and `as`. */
export type Traders = Readonly<Record<string, Trader>>;

/** What is kept of every path. */
export interface RecordOptions {
  /** `all` finals, or `profit` for profit and final inventory alone: in a third of the memory, and faster. @default {"all"} */
  readonly finals?: "all" | "profit";
  /** Whether means and deviations over the paths are kept for every grid time. @default {false} */
  readonly perStep?: boolean;
  /**
   * Levels of the quantiles over the paths kept for every grid time, each in 0 … 1. With 8192 paths and
   * fewer they are exact. More are counted in bins, so that memory does not grow with them: then wealth
   * errs by 1/256 of a deviation (further out, of the distance from the mean) at most, in practice by far
   * less, and inventories of up to 256 orders are exact still. @default {[]}
   */
  readonly quantiles?: readonly number[];
  /** Numbers of the paths whose whole sessions are kept. @default {[]} */
  readonly sessions?: readonly number[];
}

/** A Monte Carlo run: a market, its traders, and how many tapes they meet. */
export interface MonteCarloJob {
  /** The market that draws the tapes. */
  readonly market: Market;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** The traders; every one meets every tape. */
  readonly traders: Traders;
  /** Number of paths; >= 1. */
  readonly paths: number;
  /** The seed: any text or finite number. */
  readonly seed: string | number;
  /** Number of the first path; a shard starts elsewhere than at 0. @default {0} */
  readonly firstPath?: number;
  /** What is kept. @default {{}}: all finals and nothing more */
  readonly record?: RecordOptions;
}

/** A job may be a scenario with a number of paths and a seed. */
type JobKeys = MonteCarloJob & { readonly name?: unknown; readonly parameters?: unknown };

/** Refuses a job that no run could carry out. */
export function checkJob(job: MonteCarloJob): void {
  const action = "simulate";
  checkKeys<JobKeys>(action, job, {
    market: shaped("market"),
    grid: shaped("grid"),
    traders: true,
    paths: true,
    seed: true,
    firstPath: true,
    record: maybe(keyed<RecordOptions>({
      finals: maybe(text),
      perStep: maybe(flag),
      quantiles: maybe(numbers),
      sessions: maybe(numbers),
    })),
    name: true,
    parameters: true,
  });
  checkGrid(action, "grid", job.grid);
  checkTraders(action, "traders", job.traders);
  const { paths, firstPath = 0, traders, record = {} } = job;
  checkWhole(action, "paths", paths);
  checkWhole(action, "firstPath", firstPath, 0);
  const names = Object.keys(traders);
  checkThat(action, "traders", "at least one", names.length, names.length > 0);
  checkOneOf(action, "record.finals", record.finals ?? "all", ["all", "profit"]);
  for (const level of record.quantiles ?? []) {
    checkThat(action, "record.quantiles", "levels in 0 … 1", level, level >= 0 && level <= 1);
  }
  for (const path of record.sessions ?? []) {
    const drawn = Number.isInteger(path) && path >= firstPath && path < firstPath + paths;
    checkThat(action, "record.sessions", "numbers of paths in the run", path, drawn);
  }
}
