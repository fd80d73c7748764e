import seedrandom from "seedrandom";

/** The key of a named stream: 128 bits, made of seed and name by `npm:seedrandom`. */
export function streamKey(seed: string | number, name: string): Int32Array {
  const draw = seedrandom(JSON.stringify([String(seed), name]));
  return Int32Array.from({ length: 4 }, () => draw.int32());
}
