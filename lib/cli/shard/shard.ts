import { UsageError } from "../flags.ts";

/** One of several parts of a run: a range of its path numbers. */
export interface Shard {
  /** Which part, from 1. */
  readonly index: number;
  /** Number of parts. */
  readonly of: number;
  /** Number of its first path in the run. */
  readonly firstPath: number;
  /** Number of its paths. */
  readonly paths: number;
}

/** Part `index` of `of` of a run of so many paths: parts differ by one path at most. */
export function shardOf(index: number, of: number, paths: number): Shard {
  // BigInt, as the product of two counts may pass 2⁵³.
  const edge = (part: number) => Number(BigInt(part) * BigInt(paths) / BigInt(of));
  const firstPath = edge(index - 1);
  return { index, of, firstPath, paths: edge(index) - firstPath };
}

/** Reads `i/n` for a run of so many paths. */
export function readShard(value: string, paths: number): Shard {
  const [, index, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value)?.map(Number) ?? [];
  const refuse = (rule: string): never => {
    throw new UsageError(
      `Cannot read --shard as it must be ${rule}: current value is ${JSON.stringify(value)}`,
    );
  };
  if (!(index <= of) || !Number.isSafeInteger(of)) refuse("i/n with i from 1 to n");
  if (of > paths) refuse(`i/n with n at most the number of paths, ${paths}`);
  return shardOf(index, of, paths);
}
