import { join } from "node:path";
import { projectRoot } from "../../lib/cli/environment.ts";
import { type Cell, notebookText } from "../../lib/cli/notebook_file.ts";

/** A code cell: its text, with tags where it has some. */
export type ScratchCell = string | { readonly source: string; readonly tags: readonly string[] };

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
  cells: readonly ScratchCell[],
  among = name,
): Promise<ScratchNotebook> {
  const folder = join(projectRoot, ".cache", "lab", among);
  const file = `${name}.ipynb`;
  const path = join(folder, file);
  const text = notebookText({
    cells: cells.map((cell, index): Cell => ({
      cell_type: "code",
      execution_count: null,
      id: `cell-${index + 1}`,
      metadata: typeof cell === "string" ? {} : { tags: cell.tags },
      outputs: [],
      source: typeof cell === "string" ? cell : cell.source,
    })),
    metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(path, text);
  return { folder, file, path };
}
