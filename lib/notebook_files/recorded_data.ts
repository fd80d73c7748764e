import { storedNumbers } from "../notebook/recorded_results.ts";
import { type Notebook, outputsOf, tagsOf } from "./notebook_file.ts";

/** The tag of cells that say whether recorded files are there, which stay out of the repository. */
const TAG = "recorded-data";

/**
 * Puts the committed outputs back where a run had no recorded files.
 *
 * A notebook that does not find them goes on with the numbers that were stored, and says so in one of the cells
 * tagged `recorded-data`; then the outputs of these can neither be compared with the committed ones nor replace
 * them. All other cells are as they were run.
 *
 * @param committed The notebook as it is committed.
 * @param executed The same notebook after a run.
 * @returns The notebook to compare and to keep, and in how many cells it is the committed one.
 */
export function withRecordedOutputs(
  committed: Notebook,
  executed: Notebook,
): { readonly notebook: Notebook; readonly kept: number } {
  const places = [...executed.cells.keys()].filter((i) => isTagged(executed, i));
  const recorded = places.some((i) => outputsOf(committed.cells[i]).length > 0) &&
    !saysStored(committed, places);
  if (!recorded || !saysStored(executed, places)) return { notebook: executed, kept: 0 };
  const cells = executed.cells.map((cell, i) =>
    places.includes(i) ? { ...cell, outputs: outputsOf(committed.cells[i]) } : cell
  );
  return { notebook: { ...executed, cells } as Notebook, kept: places.length };
}

function isTagged({ cells }: Notebook, i: number): boolean {
  return cells[i].cell_type === "code" && tagsOf(cells[i]).includes(TAG);
}

function saysStored({ cells }: Notebook, places: readonly number[]): boolean {
  return places.some((i) => JSON.stringify(outputsOf(cells[i])).includes(storedNumbers));
}
