/** Widths of Helvetica's letters, space to tilde, in thousandths of the size: Adobe's core metrics. */
const widths: readonly number[] = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];
const OTHER = 560;

/**
 * About how wide a line of text is: a picture must not depend on the letters of the machine that draws it.
 *
 * @param size Size of the letters, in pixels.
 * @returns The width, in pixels.
 */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widths[letter.charCodeAt(0) - 32] ?? OTHER;
  return (thousandths * size) / 1000;
}

/** The width of the widest of some lines, in pixels; 0 where there is none. */
export function widestOf(lines: readonly string[], size: number): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size)));
}
