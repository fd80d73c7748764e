import { PICTURE_TYPE, PLOTLY_TYPE } from "../notebook/media.ts";
import {
  type Json,
  type JsonObject,
  type Notebook,
  notebookText,
  type Output,
  outputsOf,
} from "./notebook_file.ts";

const RELATIVE = 1e-6;
const ABSOLUTE = 1e-9;

/**
 * Where the outputs of a run differ from those that are committed.
 *
 * Numbers agree within 1e-6 of their size, wherever they stand: in a text, a table, a figure. The rest
 * agrees to the letter. A chart's still picture follows from the chart and is left out.
 *
 * @param committed The notebook as it is committed.
 * @param executed The same notebook after a run.
 * @returns One sentence for each cell that differs.
 */
export function compareOutputs(committed: Notebook, executed: Notebook): readonly string[] {
  const found: string[] = [];
  const [before, after] = [committed, executed].map(withoutPictures);
  let number = 0;
  for (const [index, cell] of after.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    number++;
    const expected = outputsOf(before.cells[index]);
    const difference = differ(expected, outputsOf(cell), "outputs");
    if (difference !== undefined) found.push(`code cell ${number}, ${difference}`);
  }
  return found;
}

/** The notebook in the form of its file, its charts without still pictures. */
function withoutPictures(notebook: Notebook): Notebook {
  const { cells, ...rest } = JSON.parse(notebookText(notebook)) as Notebook;
  const bare = (output: Output): Output => {
    const data = output.data as JsonObject | undefined;
    if (data?.[PLOTLY_TYPE] === undefined) return output;
    const { [PICTURE_TYPE]: _drawn, "text/html": _said, "image/png": _saved, ...live } = data;
    return { ...output, data: live };
  };
  return {
    ...rest,
    cells: cells.map((cell) => ({ ...cell, outputs: outputsOf(cell).map(bare) })),
  } as Notebook;
}

function differ(expected: Json, actual: Json, place: string): string | undefined {
  if (isLines(expected) && isLines(actual)) return differInLines(expected, actual, place);
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length === actual.length) {
      return first(expected, (value, i) => differ(value, actual[i], `${place}[${i}]`));
    }
  } else if (isObject(expected) && isObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].toSorted();
    return first(names, (name) => {
      return differ(expected[name] ?? null, actual[name] ?? null, `${place}.${name}`);
    });
  } else if (typeof expected === "number" && typeof actual === "number") {
    if (close(expected, actual)) return undefined;
  } else if (typeof expected === "string" && typeof actual === "string") {
    if (sameText(expected, actual)) return undefined;
  } else if (expected === actual) return undefined;
  return `${place}: committed ${brief(expected)}, now ${brief(actual)}`;
}

/** nbformat stores a text by its lines. */
function isLines(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 &&
    value.every((line) => typeof line === "string");
}

function differInLines(
  expected: readonly string[],
  actual: readonly string[],
  place: string,
): string | undefined {
  const line = Array.from({ length: Math.max(expected.length, actual.length) }, (_, i) => i)
    .find((i) => !sameText(expected[i] ?? "", actual[i] ?? ""));
  return line === undefined
    ? undefined
    : `${place}, line ${line + 1}: committed ${brief(expected[line] ?? null)}, ` +
      `now ${brief(actual[line] ?? null)}`;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first<T>(
  values: readonly T[],
  find: (value: T, index: number) => string | undefined,
): string | undefined {
  return values.values().map(find).find((found) => found !== undefined);
}

const numeral = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

function sameText(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  if (expected.replace(numeral, "#") !== actual.replace(numeral, "#")) return false;
  const numbers = actual.match(numeral) ?? [];
  return (expected.match(numeral) ?? []).every((text, i) =>
    close(Number(text), Number(numbers[i]))
  );
}

function close(expected: number, actual: number): boolean {
  return Math.abs(expected - actual) <= ABSOLUTE + RELATIVE * Math.abs(expected);
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
