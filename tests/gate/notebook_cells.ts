interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
  }[];
}

/** A notebook's code cells as one module, so that types flow from cell to cell. */
export interface CellModule {
  /** The module's text. */
  readonly text: string;
  /**
   * Where a line of the module comes from.
   *
   * @param line A line of {@linkcode text}, from 1.
   * @returns Such as `code cell 3, line 2`; undefined for a line that is in no cell.
   */
  readonly origin: (line: number) => string | undefined;
}

/**
 * Joins the code cells of a notebook into a module that `deno check` can read.
 *
 * @param json The notebook.
 * @returns The module; code cells count from 1, as JupyterLab numbers them after Run All.
 */
export function joinCells(json: string): CellModule {
  const { cells } = JSON.parse(json) as Notebook;
  const lines = ['/// <reference lib="deno.unstable" />'];
  const origins: (string | undefined)[] = [undefined];
  const sources = cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => typeof source === "string" ? source : source.join(""));
  for (const [i, source] of sources.entries()) {
    for (const [j, line] of source.split("\n").entries()) {
      lines.push(line);
      origins.push(`code cell ${i + 1}, line ${j + 1}`);
    }
    // Cells end where they end: the next one may begin with a bracket.
    lines.push(";");
    origins.push(undefined);
  }
  lines.push("export {};", "");
  return { text: lines.join("\n"), origin: (line) => origins[line - 1] };
}

/**
 * Rewrites places in a module of cells into places in its notebook.
 *
 * @param output What `deno check` printed.
 * @param file The module's file name.
 * @param notebook The notebook's path.
 * @param origin The module's own map.
 * @returns The output, naming notebook, cell and line.
 */
export function nameCells(
  output: string,
  file: string,
  notebook: string,
  origin: CellModule["origin"],
): string {
  const escaped = file.replaceAll(".", "\\.");
  const place = new RegExp(`(?:file:\\/\\/)?[^\\s"']*${escaped}(?::(\\d+):(\\d+))?`, "g");
  return output.replace(place, (_, line) => {
    const cell = line === undefined ? undefined : origin(Number(line));
    return cell === undefined ? notebook : `${notebook}, ${cell}`;
  });
}
