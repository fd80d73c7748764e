import { type Cell, kernelspec, notebookText } from "./notebook_file.ts";

/** A code cell: its text, with tags where it has some. */
export type CodeCell = string | { readonly source: string; readonly tags: readonly string[] };

/** The text of a notebook of code cells for our kernel, none of them run yet. */
export function codeNotebook(cells: readonly CodeCell[]): string {
  return notebookText({
    cells: cells.map((cell, index): Cell => ({
      cell_type: "code",
      execution_count: null,
      id: `cell-${index + 1}`,
      metadata: typeof cell === "string" ? {} : { tags: cell.tags },
      outputs: [],
      source: typeof cell === "string" ? cell : cell.source,
    })),
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
  });
}
