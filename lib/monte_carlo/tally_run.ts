import { sampleMoments } from "../analysis/sample_moments.ts";
import type { SketchScale } from "../analysis/sketch_bins.ts";
import type { MonteCarloJob } from "./job.ts";
import type { Progress } from "../progress.ts";
import type { MonteCarloResult } from "./result.ts";
import { type FinalsTally, mergeTallies, tally } from "./tally.ts";

/** Tallies by the job's short names. */
export type Tallies = Readonly<Record<string, FinalsTally>>;

/** Begins a job whose finals fit in memory; the answer ends it. */
export type BeginBatch = (batch: MonteCarloJob, progress?: Progress) => () => MonteCarloResult;

/** Paths of a batch, 25 MB for two traders; no more than two batches are held at a time. */
export const BATCH = 2 ** 18;

/** Paths traded beforehand, to learn where profits lie. */
const PILOT = 64;
/** A profit's quantile errs by 1/4096 of a deviation: less than a standard error of ten million paths. */
export const SKETCH_BITS = 12;

/**
 * Runs a job batch by batch and keeps tallies alone: memory does not grow with the paths.
 *
 * @param job The job, or one shard of it: `firstPath` tells where it begins.
 * @param begin Begins a batch.
 * @param scales Where profits lie, by short name; see {@linkcode profitScales}.
 * @param progress Told how many of the job's paths are done.
 */
export function tallyRun(
  job: MonteCarloJob,
  begin: BeginBatch,
  scales: Readonly<Record<string, SketchScale>>,
  progress: Progress = () => {},
): Tallies {
  const { paths, firstPath = 0 } = job;
  const beginAt = (done: number) => {
    const batch = { ...job, firstPath: firstPath + done, paths: Math.min(BATCH, paths - done) };
    return begin(batch, (more) => progress(done + more, paths));
  };
  let finish = beginAt(0), tallies: Tallies | undefined;
  for (let next = BATCH;; next += BATCH) {
    const { traders } = finish();
    // Workers trade the next batch while this one is tallied.
    if (next < paths) finish = beginAt(next);
    const before = tallies;
    tallies = mapped(traders, ({ finals }, key) => {
      const { orderSize } = job.traders[key].execution;
      const own = tally(finals, orderSize, scales[key]);
      return before === undefined ? own : mergeTallies(before[key], own);
    });
    if (next >= paths) return tallies;
  }
}

/**
 * Where the profits of a whole run lie, learnt from its first paths: so every shard of the run finds the
 * same bins. Rounded to a power of two, as nothing hangs on more digits.
 */
export function profitScales(
  job: MonteCarloJob,
  begin: BeginBatch,
): Readonly<Record<string, SketchScale>> {
  const paths = Math.min(PILOT, job.paths);
  const { traders } = begin({ ...job, firstPath: 0, paths, record: { finals: "profit" } })();
  return mapped(traders, ({ finals }) => {
    const { mean, sd } = sampleMoments(finals.profit);
    const scale = 2 ** Math.floor(Math.log2(sd || Math.abs(mean) || 1));
    return { centre: Math.round(mean / scale) * scale + 0, scale, bits: SKETCH_BITS };
  });
}

function mapped<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}
