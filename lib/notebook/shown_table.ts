import { counted, grouped, noNumber } from "./numbers.ts";

/** A table, however long. */
export interface Table {
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** How many rows it has. */
  readonly length: number;
  /** What stands in a row, in a column. */
  readonly cell: (row: number, column: number) => unknown;
  /** Rows' own names, where they have any. */
  readonly index?: readonly (string | number)[];
  /** What the table shows, in words. */
  readonly caption?: string;
}

/** How long a list may be that is shown whole, and how many of a longer one: from its beginning and its end. */
const [ROWS, COLUMNS] = [
  { most: 30, head: 10, tail: 5 },
  { most: 20, head: 10, tail: 6 },
];

/** Places to show of a list that may be long, and after how many of them the gap is. */
function shownPlaces(
  length: number,
  { most, head, tail }: typeof ROWS,
): { readonly places: readonly number[]; readonly gapAfter: number } {
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

/** Turns the part of a table that a page shows into text: each column's numbers with the same decimals. */
export function tableText({ columns: names, length, cell, index, caption = "" }: Table): TableText {
  const rows = shownPlaces(length, ROWS);
  const shown = shownPlaces(names.length, COLUMNS);
  const columns = shown.places.map((c) => columnText(rows.places.map((r) => cell(r, c))));
  const numeric = columns.map(({ numbers }) => numbers);
  let body = rows.places.map((_, r) => columns.map(({ cells }) => cells[r]));
  let head = shown.places.map((c) => names[c]);
  if (shown.gapAfter < head.length) {
    head = head.toSpliced(shown.gapAfter, 0, ASIDE);
    body = body.map((row) => row.toSpliced(shown.gapAfter, 0, ASIDE));
    numeric.splice(shown.gapAfter, 0, false);
  }
  if (index !== undefined) {
    const own = rows.places.map((r) => index[r]);
    head = ["", ...head];
    body = body.map((row, r) => [String(own[r]), ...row]);
    numeric.unshift(own.every((name) => typeof name === "number"));
  }
  const cut = rows.gapAfter < body.length;
  if (cut) body = body.toSpliced(rows.gapAfter, 0, head.map(() => GAP));
  const size = `${counted(length, "row")}, ${counted(names.length, "column")}`;
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
  if (!Number.isFinite(value)) return noNumber(value);
  const size = Math.abs(value);
  const tiny = size > 0 && size < 0.5 * 10 ** -decimals;
  const huge = size > Number.MAX_SAFE_INTEGER;
  const text = tiny || huge ? size.toPrecision(3) : size.toFixed(decimals);
  const [whole, ...rest] = text.split(".");
  return (value < 0 ? "−" : "") + [text.includes("e") ? whole : grouped(whole), ...rest].join(".");
}
