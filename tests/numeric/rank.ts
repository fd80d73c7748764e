const bits = new BigInt64Array(1), double = new Float64Array(bits.buffer);

/** The place of a number among all numbers, so that neighbours are 1 apart. */
export function rank(x: number): bigint {
  double[0] = x;
  return bits[0];
}
