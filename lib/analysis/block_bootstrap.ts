import { progressKind } from "../progress.ts";
import { shaped } from "../kinds.ts";
import { checkThat, checkWhole, type KeysOf } from "../check.ts";
import type { RandomStream } from "../random/streams.ts";

/** How steps are drawn anew, in blocks that keep what depends on its neighbours together. */
export interface BlockBootstrapOptions {
  /** Length of a block, in steps; 1 draws step by step, as if they were independent. */
  readonly block: number;
  /** Number of samples drawn. @default {1000} */
  readonly replications?: number;
  /** The stream that chooses the blocks. */
  readonly random: RandomStream;
  /** Is told how many samples of how many are drawn. @default {nobody is told} */
  readonly progress?: (done: number, total: number) => void;
}

/** Its options, and what they are. */
export const blockBootstrapKeys: KeysOf<BlockBootstrapOptions> = {
  block: true,
  replications: true,
  random: shaped("stream"),
  progress: progressKind,
};

/** What is drawn for one sample: stretches of recorded steps, one after the other, as many steps as were recorded. */
export interface DrawnStretches {
  /** How many. */
  count: number;
  /** Where each begins. */
  readonly from: Int32Array;
  /** The step after its last. */
  readonly to: Int32Array;
}

/**
 * The circular block bootstrap: a statistic of series put together from blocks of the recorded one.
 *
 * Within a block everything stays as it was, so dependence over times shorter than a block is kept; every
 * step is as likely to be drawn as any other, the end continuing at the beginning: a block that runs over it is
 * two stretches. All blocks are of the asked length but the last, which ends where there are as many steps as were
 * recorded. Politis and Romano, in Exploring the Limits of Bootstrap (1992).
 *
 * @param steps Number of steps of the recorded series.
 * @param options Block, number of samples, randomness.
 * @param statistic Takes what was drawn; the arrays are used again.
 * @returns One value of the statistic for each sample.
 * @throws {RangeError} Where an option is not a whole number in range.
 */
export function blockBootstrap<T>(
  steps: number,
  { block, replications = 1000, random, progress = () => {} }: BlockBootstrapOptions,
  statistic: (drawn: DrawnStretches) => T,
): T[] {
  const action = "take blockBootstrap";
  checkWhole(action, "steps", steps);
  checkWhole(action, "block", block);
  checkWhole(action, "replications", replications);
  checkThat(action, "block", `at most the ${steps} steps`, block, block <= steps);
  const most = 2 * Math.ceil(steps / block);
  const drawn = { count: 0, from: new Int32Array(most), to: new Int32Array(most) };
  const take = (from: number, to: number) => {
    drawn.from[drawn.count] = from;
    drawn.to[drawn.count++] = to;
  };
  progress(0, replications);
  return Array.from({ length: replications }, (_, done) => {
    drawn.count = 0;
    for (let next = 0; next < steps; next += block) {
      const start = Math.floor(random.uniform() * steps);
      const end = start + Math.min(block, steps - next);
      take(start, Math.min(end, steps));
      if (end > steps) take(0, end - steps);
    }
    const value = statistic(drawn);
    progress(done + 1, replications);
    return value;
  });
}

/** Sums of a series up to each step, from which those of stretches are differences. */
export function runningSums(series: Float64Array): Float64Array {
  const sums = new Float64Array(series.length + 1);
  for (let n = 0; n < series.length; n++) sums[n + 1] = sums[n] + series[n];
  return sums;
}

/** The sum of a series over what was drawn. */
export function sumOver({ count, from, to }: DrawnStretches, sums: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += sums[to[i]] - sums[from[i]];
  return sum;
}
