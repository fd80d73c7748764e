/** Text put in place of what stands between two places. */
export type Edit = readonly [from: number, to: number, put: string];

/**
 * A piece of a text with edits made to it.
 *
 * @param text The whole text.
 * @param edits The edits, in any order; at one place in the order given. One inside of what another replaces
 * is left out.
 * @param from Where the piece begins.
 * @param to Where it ends.
 */
export function edited(
  text: string,
  edits: readonly Edit[],
  from: number = 0,
  to: number = text.length,
): string {
  let result = "", at = from;
  for (const [start, end, put] of edits.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (start < at || end > to) continue;
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at, to);
}

/** As many line ends as a text has, and nothing else. */
export function lineEnds(text: string): string {
  return text.replace(/[^\n]/g, "");
}
