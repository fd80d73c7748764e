import { counted, grouped } from "./numbers.ts";

/** The part of a table that a page shows. */
export interface ShownTable {
  /** Names of the columns shown. */
  readonly columns: readonly string[];
  /** Rows' own names, where they have any. */
  readonly index?: readonly (string | number)[];
  /** The rows shown. */
  readonly rows: readonly (readonly unknown[])[];
  /** After how many of the rows shown the left-out rows belong; the number of rows where none is left out. */
  readonly gapAfter: number;
  /** After how many of the columns shown the left-out columns belong. */
  readonly columnGapAfter: number;
  /** All rows and columns of the table. */
  readonly shape: readonly [rows: number, columns: number];
  /** What the table shows, in words. */
  readonly caption?: string;
}

/** Rows of a table that is longer than {@linkcode MOST_ROWS}: from its beginning and from its end. */
const [HEAD, TAIL] = [10, 5];
const MOST_ROWS = 30;
const [FIRST, LAST] = [10, 6];
const MOST_COLUMNS = 20;

/**
 * Places to show of a list that may be long.
 *
 * @param length How many there are.
 * @param what Rows or columns.
 * @returns The places, and after how many of them the gap is.
 */
export function shownPlaces(
  length: number,
  what: "rows" | "columns",
): { readonly places: readonly number[]; readonly gapAfter: number } {
  const [most, head, tail] = what === "rows"
    ? [MOST_ROWS, HEAD, TAIL]
    : [MOST_COLUMNS, FIRST, LAST];
  const all = Array.from({ length }, (_, i) => i);
  return length <= most
    ? { places: all, gapAfter: length }
    : { places: [...all.slice(0, head), ...all.slice(length - tail)], gapAfter: head };
}

/** A table as text, cell by cell, with what a page needs to know of each column. */
export interface TableText {
  /** Names of the columns; an empty name first where rows have names. */
  readonly head: readonly string[];
  /** The cells. */
  readonly body: readonly (readonly string[])[];
  /** Whether a column holds numbers, which stand to the right. */
  readonly numeric: readonly boolean[];
  /** The caption; in a table of which a part is left out, with its size. */
  readonly caption: string;
}

const GAP = "⋮";
const ASIDE = "⋯";

/** Turns a table's part into text: each column's numbers with the same decimals. */
export function tableText(table: ShownTable): TableText {
  const { index, rows, shape, caption = "" } = table;
  const columns = table.columns.map((_, c) => columnText(rows.map((row) => row[c])));
  const numeric = columns.map(({ numbers }) => numbers);
  let body = rows.map((_, r) => columns.map(({ cells }) => cells[r]));
  let head = [...table.columns];
  if (table.columnGapAfter < table.columns.length) {
    const at = table.columnGapAfter;
    head = head.toSpliced(at, 0, ASIDE);
    body = body.map((row) => row.toSpliced(at, 0, ASIDE));
    numeric.splice(at, 0, false);
  }
  if (index !== undefined) {
    head = ["", ...head];
    body = body.map((row, r) => [String(index[r]), ...row]);
    numeric.unshift(index.every((name) => typeof name === "number"));
  }
  const cut = table.gapAfter < rows.length;
  if (cut) body = body.toSpliced(table.gapAfter, 0, head.map(() => GAP));
  const size = `${counted(shape[0], "row")}, ${counted(shape[1], "column")}`;
  const words = cut || head.includes(ASIDE)
    ? [caption, size].filter((part) => part !== "")
    : [caption];
  return { head, body, numeric, caption: words.join(" · ") };
}

/** Significant digits of the largest number of a column, and the most decimals. */
const [DIGITS, DECIMALS] = [6, 6];
/** Decimals of a column whose numbers would look alike with fewer. */
const MOST_DECIMALS = 12;

function columnText(values: readonly unknown[]): { cells: readonly string[]; numbers: boolean } {
  const numbers = values.filter((value) => typeof value === "number");
  const numeric = numbers.length > 0 &&
    values.every((value) => typeof value === "number" || value === null || value === undefined);
  const decimals = toldApart(numbers, decimalsOf(numbers.filter(Number.isFinite)));
  return { cells: values.map((value) => cellText(value, decimals)), numbers: numeric };
}

/** As many decimals as the largest number needs for six digits, but no more than any number has. */
function decimalsOf(numbers: readonly number[]): number {
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  const room = DIGITS - 1 - Math.floor(Math.log10(largest));
  const most = Math.min(DECIMALS, Math.max(0, room));
  const used = numbers.map((value) => (value.toFixed(most).split(".")[1] ?? "").replace(/0+$/, ""));
  return used.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/**
 * More decimals where those would hide what a column says: numbers that differ must not all look alike, and
 * in a column that rises or falls throughout, such as times, no two.
 */
function toldApart(numbers: readonly number[], decimals: number): number {
  const different = new Set(numbers).size;
  const alike = (places: number) => new Set(numbers.map((value) => cellText(value, places))).size;
  const enough = isMonotone(numbers) ? different : Math.min(2, different);
  let places = decimals;
  while (alike(places) < enough && places < MOST_DECIMALS) places++;
  return alike(places) < enough ? decimals : places;
}

function isMonotone(numbers: readonly number[]): boolean {
  const way = Math.sign(numbers[1] - numbers[0]);
  return numbers.length > 2 &&
    numbers.every((value, i) => i === 0 || Math.sign(value - numbers[i - 1]) === way && way !== 0);
}

function cellText(value: unknown, decimals: number): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return String(value);
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const tiny = size > 0 && size < 0.5 * 10 ** -decimals;
  const huge = size > Number.MAX_SAFE_INTEGER;
  const text = tiny || huge ? size.toPrecision(3) : size.toFixed(decimals);
  const [whole, ...rest] = text.split(".");
  return (value < 0 ? "−" : "") + [text.includes("e") ? whole : grouped(whole), ...rest].join(".");
}
