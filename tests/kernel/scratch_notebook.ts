import { join } from "node:path";
import { type CodeCell, codeNotebook } from "../../lib/notebook_files/code_notebook.ts";
import { projectRoot } from "../../lib/jupyter/environment.ts";

/** A notebook written for a test. */
export interface ScratchNotebook {
  /** The folder in which it is. */
  readonly folder: string;
  /** Its name in that folder. */
  readonly file: string;
  /** Its path. */
  readonly path: string;
}

/**
 * Writes a notebook into a folder of its own, inside the project so that cells import its packages.
 *
 * @param name The notebook's name.
 * @param cells The code cells.
 * @param among The folder's name, under `.cache/lab`.
 * @returns Where it is.
 */
export async function scratchNotebook(
  name: string,
  cells: readonly CodeCell[],
  among = name,
): Promise<ScratchNotebook> {
  const folder = join(projectRoot, ".cache", "lab", among);
  const file = `${name}.ipynb`;
  const path = join(folder, file);
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(path, codeNotebook(cells));
  return { folder, file, path };
}
