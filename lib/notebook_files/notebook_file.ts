/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  /** The value under a name. */
  readonly [name: string]: Json;
}

/** One output of a cell, as nbformat 4 stores it. */
export interface Output extends JsonObject {
  /** `execute_result`, `display_data`, `stream` or `error`. */
  readonly output_type: string;
}

/** One cell, as nbformat 4 stores it. */
export interface Cell extends JsonObject {
  /** `code`, `markdown` or `raw`. */
  readonly cell_type: string;
  /** Its text, whole or by lines. */
  readonly source: string | readonly string[];
}

/** A notebook, as nbformat 4 stores it. */
export interface Notebook extends JsonObject {
  /** The cells from top to bottom. */
  readonly cells: readonly Cell[];
  /** What the notebook says of itself, such as its kernel. */
  readonly metadata: JsonObject;
}

/** Our kernel, as a notebook names it. */
export const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" } as const;

/**
 * The language of its cells, as a notebook says it. JupyterLab writes what a kernel tells of itself, its version
 * too, into every notebook that it opens: with it there already, a chapter that is only read stays as it is.
 */
export const languageInfo = {
  codemirror_mode: "typescript",
  file_extension: ".ts",
  mimetype: "text/x.typescript",
  name: "typescript",
  nbconvert_exporter: "script",
  pygments_lexer: "typescript",
  version: "6.0.3",
} as const;

/** A text that nbformat stores whole or by lines, as one. */
export function joined(text: Json | undefined): string {
  return Array.isArray(text) ? text.join("") : String(text ?? "");
}

/** A code cell's outputs; none for another cell. */
export function outputsOf(cell: Cell): readonly Output[] {
  return (cell.outputs ?? []) as readonly Output[];
}

/** The tags of a cell. */
export function tagsOf({ metadata }: Cell): readonly string[] {
  const { tags } = (metadata ?? {}) as { readonly tags?: unknown };
  return Array.isArray(tags) ? tags : [];
}

/**
 * A notebook without anything that differs from run to run or from machine to machine.
 *
 * Timestamps and stacks go; a cell without an id gets one by its position.
 */
export function withoutVolatile(notebook: Notebook): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell, index) => lastingCell(cell, index)),
    metadata: { ...notebook.metadata, kernelspec, language_info: languageInfo },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function lastingCell(cell: Cell, index: number): Cell {
  const { execution: _, trusted: _trusted, ...metadata } = cell.metadata as JsonObject;
  const lasting = { ...cell, id: cell.id ?? `cell-${index + 1}`, metadata };
  if (cell.cell_type !== "code") return lasting;
  return { ...lasting, outputs: outputsOf(cell).map(lastingOutput) };
}

function lastingOutput(output: Output): Output {
  if (output.output_type !== "error") return output;
  return { ...output, traceback: [`${output.ename}: ${output.evalue}`] };
}

/**
 * A notebook as text, in the form that Jupyter itself writes: names sorted, one space of indent, long
 * texts by lines, numbers as Python writes them. The same notebook is always the same text, and saving it in
 * JupyterLab moves nothing.
 */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: byLines(cell.source),
    ...(cell.cell_type === "code" ? { outputs: outputsOf(cell).map(outputByLines) } : {}),
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), asPython, 1)}\n`;
}

/** JSON leaves a number's form free; JavaScript writes 0.000005 and 5e-7, Python 5e-06 and 5e-07. */
function asPython(_: string, value: unknown): unknown {
  const plain = typeof value !== "number" || Number.isInteger(value) || Math.abs(value) >= 1e-4;
  if (plain || !Number.isFinite(value)) return value;
  return rawJSON(value.toExponential().replace(/e-(\d)$/, "e-0$1"));
}

/** JSON that is written as it stands: of the language since 2025, not yet of its types. */
const rawJSON = Reflect.get(JSON, "rawJSON") as (text: string) => unknown;

function outputByLines(output: Output): Output {
  if (output.output_type === "stream") return { ...output, text: byLines(output.text) };
  if (output.data === undefined) return output;
  const data = Object.entries(output.data as JsonObject).map(([mimeType, content]) => {
    const whole = /^application\/(.*\+)?json$/.test(mimeType) || !isText(content);
    return [mimeType, whole ? content : byLines(content)];
  });
  return { ...output, data: Object.fromEntries(data) };
}

function isText(content: Json): boolean {
  return typeof content === "string" ||
    (Array.isArray(content) && content.every((line) => typeof line === "string"));
}

function byLines(text: Json): readonly string[] {
  return joined(text).match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as JsonObject).map(([name, part]) =>
    [name, sorted(part)] as const
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => a < b ? -1 : 1));
}
