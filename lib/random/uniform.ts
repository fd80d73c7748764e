/** The number on (0, 1) that a 32-bit word stands for: (w + ½)/2³¹, where w are the word's upper 31 bits. */
export function uniformOfWord(word: number): number {
  return ((word >>> 1) + 0.5) / 2 ** 31;
}
