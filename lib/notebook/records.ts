import type { MediaBundle } from "./display.ts";
import { tableBundle } from "./html_table.ts";
import { tableText } from "./shown_table.ts";

type Row = Readonly<Record<string, unknown>>;

/** Fewest rows that are a table: one record alone reads better as it is. */
const FEWEST = 2;

/**
 * How a list of records looks, such as `compare` answers: a table, where every record has the same keys
 * and holds numbers, words, yes and no, or null for an empty cell. Undefined for any other value.
 */
export function recordsBundle(value: unknown): MediaBundle | undefined {
  if (!Array.isArray(value) || value.length < FEWEST || !value.every(isRow)) return undefined;
  const rows: readonly Row[] = value;
  const names = Object.keys(rows[0]);
  const alike = rows.every((row) => {
    const keys = Object.keys(row);
    return keys.length === names.length && keys.every((key, i) => key === names[i]);
  });
  if (!alike || names.length === 0) return undefined;
  const { length } = rows;
  const cell = (r: number, c: number) => rows[r][names[c]] ?? NaN;
  return tableBundle(tableText({ columns: names, length, cell }));
}

function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null) return false;
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((cell) =>
    cell === null || ["number", "string", "boolean"].includes(typeof cell)
  );
}
