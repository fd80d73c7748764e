/**
 * Philox 4×32 with ten rounds: four words as a pure function of a counter and a key, without any state.
 *
 * Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3* (2011), section 3; it passes
 * BigCrush. The same function is in the shader.
 */
export function philox(
  [a, b, c, d]: Readonly<PhiloxCounter>,
  [keyA, keyB]: Readonly<PhiloxKey>,
): PhiloxCounter {
  for (let round = 0; round < 10; round++) {
    [a, b, c, d] = [
      upperHalf(0xcd9e8d57, c) ^ b ^ keyA,
      Math.imul(0xcd9e8d57, c),
      upperHalf(0xd2511f53, a) ^ d ^ keyB,
      Math.imul(0xd2511f53, a),
    ];
    keyA = (keyA + 0x9e3779b9) | 0;
    keyB = (keyB + 0xbb67ae85) | 0;
  }
  return [a | 0, b | 0, c | 0, d | 0];
}

/** Four 32-bit words. */
export type PhiloxCounter = [number, number, number, number];

/** Two 32-bit words. */
export type PhiloxKey = [number, number];

/** The upper 32 bits of the product of two unsigned words. */
function upperHalf(a: number, b: number): number {
  const a0 = a & 0xffff, a1 = a >>> 16, b0 = b & 0xffff, b1 = b >>> 16;
  // At most 2³² − 2¹⁶, and so is the carry: neither can overflow a word.
  const middle = a1 * b0 + (a0 * b0 >>> 16);
  const carry = (middle & 0xffff) + a0 * b1;
  return a1 * b1 + (middle >>> 16) + (carry >>> 16) | 0;
}
