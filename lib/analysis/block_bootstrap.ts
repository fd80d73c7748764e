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

/**
 * The circular block bootstrap: a statistic of series put together from blocks of the recorded one.
 *
 * Within a block everything stays as it was, so dependence over times shorter than a block is kept; every
 * step is as likely to be drawn as any other, the end continuing at the beginning. Politis and Romano, in
 * Exploring the Limits of Bootstrap (1992).
 *
 * @param steps Number of steps of the recorded series.
 * @param options Block, number of samples, randomness.
 * @param statistic Takes the steps drawn, in order, as many as there were; the array is used again.
 * @returns One value of the statistic for each sample.
 * @throws {RangeError} Where an option is not a whole number in range.
 */
export function blockBootstrap<T>(
  steps: number,
  options: BlockBootstrapOptions,
  statistic: (steps: Int32Array) => T,
): T[] {
  const { block } = options;
  const drawn = new Int32Array(steps);
  return drawBlocks(steps, options, (starts) => {
    starts.forEach((start, i) => {
      const from = i * block, end = Math.min(steps, from + block);
      for (let n = from; n < end; n++) drawn[n] = (start + n - from) % steps;
    });
    return statistic(drawn);
  });
}

/**
 * The same draws as blocks: where each starts, in order. All are of the asked length but the last, which ends
 * where there are as many steps as were recorded; a block that runs over the end goes on at the beginning.
 *
 * @param statistic Takes the starts; the array is used again.
 */
export function drawBlocks<T>(
  steps: number,
  { block, replications = 1000, random, progress = () => {} }: BlockBootstrapOptions,
  statistic: (starts: Int32Array) => T,
): T[] {
  const action = "take blockBootstrap";
  checkWhole(action, "steps", steps);
  checkWhole(action, "block", block);
  checkWhole(action, "replications", replications);
  checkThat(action, "block", `at most the ${steps} steps`, block, block <= steps);
  const starts = new Int32Array(Math.ceil(steps / block));
  progress(0, replications);
  return Array.from({ length: replications }, (_, done) => {
    for (let i = 0; i < starts.length; i++) starts[i] = Math.floor(random.uniform() * steps);
    const value = statistic(starts);
    progress(done + 1, replications);
    return value;
  });
}
