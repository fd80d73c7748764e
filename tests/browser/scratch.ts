import { dirname, join } from "node:path";
import { projectRoot } from "../../lib/cli/environment.ts";
import { notebookText } from "../../lib/cli/notebook_file.ts";

/**
 * Writes a notebook into a folder of its own, inside the project so that cells import its packages.
 *
 * @param name The folder's name, under `.cache/lab`.
 * @param sources The code cells.
 * @returns The folder, and the notebook's name in it.
 */
export async function scratchNotebook(
  name: string,
  sources: readonly string[],
): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = join(projectRoot, ".cache", "lab", name);
  const file = `${name}.ipynb`;
  const cells = sources.map((source, index) => ({
    cell_type: "code",
    execution_count: null,
    id: `cell-${index + 1}`,
    metadata: {},
    outputs: [],
    source,
  }));
  const text = notebookText({
    cells,
    metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  await Deno.mkdir(dirname(join(folder, file)), { recursive: true });
  await Deno.writeTextFile(join(folder, file), text);
  return { folder, file };
}
