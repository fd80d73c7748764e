/** Where a cell's code stands for the browser: `cell-7` for the seventh. */
export const cellFile = (count: number): string => `cell-${count}`;

/** A frame of a stack in a cell: Chromium writes `at f (cell-7:1:2)`, Firefox `f@cell-7:1:2`. */
const frame =
  /^\s*(?:at (?:async )?(?:([^\s(]+) )?)?\(?(?:([^\s@]*)@)?.*?\bcell-(\d+)(?:, <anonymous>)?:(\d+)(?::\d+)?\)*$/;

/**
 * The places of a stack that are in cells, the innermost first; what is the kernel's own or the library's is left out.
 *
 * @param here The number of the cell that runs: its lines are told as those of this cell.
 * @returns A line for each place.
 */
export function placesIn(stack: unknown, here?: number): readonly string[] {
  if (typeof stack !== "string") return [];
  const places = stack.split("\n").flatMap((text) => {
    const [, ours, theirs, cell, line] = frame.exec(text) ?? [];
    if (cell === undefined) return [];
    const name = (ours ?? theirs ?? "").replace(/^(?:eval|anonymous|async\*)$/, "");
    const where = Number(cell) === here ? "this cell" : `cell [${cell}]`;
    const within = /^[\p{ID_Continue}$.]+$/u.test(name) ? `, in ${name}` : "";
    return [`    at line ${line} of ${where}${within}`];
  });
  // A function that calls itself would fill the page.
  return places.filter((place, i) => place !== places[i - 1]).slice(0, MOST);
}

const MOST = 10;

/** A printed text in which the stacks of errors tell places in cells alone. */
export function withPlaces(text: string): string {
  if (!/\bcell-\d+/.test(text)) return text;
  return text.split("\n").flatMap((line) => {
    if (!/^\s+at |@.*:\d+:\d+$/.test(line)) return [line];
    const indent = /^\s*/.exec(line)![0];
    return placesIn(line).map((place) => `${indent}${place.trimStart()}`);
  }).join("\n");
}
