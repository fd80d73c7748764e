import { numberOf } from "../plural.ts";
import { isRecord } from "../shown.ts";
import { maybe, text } from "../kinds.ts";
import "./frame_properties.ts";
import { DataFrame, NDframe, type Series } from "danfojs";
import { checkKeys, checkThat, type KeysOf } from "../check.ts";
import { displayMethod, type MediaBundle } from "./display.ts";
import type { Columns } from "./frame_columns.ts";
import { tableBundle, tableLines } from "./html_table.ts";
import { type TableText, tableText } from "./shown_table.ts";

/** A table of danfo's. */
export type Frame = DataFrame;

/** A column of danfo's. */
export type FrameSeries = Series;

/** The words below a table. */
export interface FrameOptions {
  /** What the table shows. */
  readonly caption?: string;
}

/** What the options of every frame are. */
export const captionKey: KeysOf<FrameOptions> = { caption: maybe(text) };

const captions = new WeakMap<object, string>();

/**
 * A table of anything: a list of records, one a row, or columns by their names.
 *
 * @param content Records with the same keys, or columns of the same length. Numbers, words, yes and no, or
 * null for an empty cell.
 * @param options The caption.
 * @returns The frame. A column is `frame["rule"]`; one named as something that every frame has, such as
 * `values` or `index`, is `frame.column("values")`.
 * @throws {TypeError} Where there is no row, or rows or columns do not fit together.
 *
 * @example
 * ```ts
 * import { table } from "@digital-market-maker/lab/frames";
 * import { assertEquals } from "@std/assert";
 *
 * const frame = table([{ rule: "clock", end: 2.9 }, { rule: "constant", end: 1.1 }]);
 * assertEquals(frame.shape, [2, 2]);
 * assertEquals(frame.columns, ["rule", "end"]);
 * ```
 */
export function table<Row extends { readonly [Key in keyof Row]: Columns[string][number] }>(
  content: readonly Row[] | Columns,
  options: FrameOptions = {},
): Frame {
  const action = "build table";
  checkKeys<FrameOptions>(action, options, captionKey);
  checkContent(action, content);
  const columns = Array.isArray(content) ? columnsOf(content) : content as Columns;
  const names = Object.keys(columns);
  const length = columns[names[0]]?.length ?? 0;
  checkThat(action, "content", "at least one row", length, length > 0);
  for (const name of names) {
    const own = columns[name].length;
    checkThat(
      action,
      name,
      `of ${numberOf(length, "value")}, as ${names[0]}`,
      numberOf(own, "value"),
      own === length,
    );
  }
  // Danfo's own mark of an empty cell is NaN.
  const rows = Array.from({ length }, (_, i) => names.map((name) => columns[name][i] ?? NaN));
  const dtypes = names.map((name) => dtypeOf(columns[name]));
  const frame = new DataFrame(rows, { columns: names, dtypes });
  return titled(frame, options.caption ?? "");
}

/** Refuses what is neither rows nor columns; sessions and results have frames of their own. */
function checkContent(action: string, content: unknown): void {
  const rule = "a list of rows or a record of columns: sessionFrame() shows a session, " +
    "resultsFrame() the traders of a result";
  const plain = (cell: unknown) =>
    cell === undefined || cell === null || ["number", "string", "boolean"].includes(typeof cell);
  const column = (values: unknown) =>
    ArrayBuffer.isView(values) || Array.isArray(values) && values.every(plain);
  const fits = Array.isArray(content)
    ? content.every((row) => isRecord(row) && Object.values(row).every(plain))
    : isRecord(content) && Object.values(content).every(column);
  checkThat(action, "content", rule, content, fits);
}

function columnsOf(
  rows: readonly Readonly<Record<string, Columns[string][number]>>[],
): Columns {
  const names = Object.keys(rows[0] ?? {});
  for (const row of rows) {
    const keys = Object.keys(row);
    const same = keys.length === names.length && names.every((name) => Object.hasOwn(row, name));
    checkThat("build table", "every row", `of the keys ${names.join(", ")}`, keys, same);
  }
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

/** Danfo takes the first twenty values for all, so it is told. */
function dtypeOf(column: Columns[string]): string {
  const kinds = new Set(column.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size === 1 && kinds.has("boolean")) return "boolean";
  return kinds.has("string") || kinds.has("boolean") ? "string" : "float32";
}

/**
 * Gives a frame or a series a caption, to be shown below it.
 *
 * @param frame The frame or series.
 * @param caption What it shows, in words.
 * @returns The same frame or series.
 *
 * @example
 * ```ts
 * import { table, titled } from "@digital-market-maker/lab/frames";
 * import { assertStrictEquals } from "@std/assert";
 *
 * const frame = table({ depth: [0.5, 1] });
 * assertStrictEquals(titled(frame, "Two depths"), frame);
 * ```
 */
export function titled<T extends Frame | FrameSeries>(frame: T, caption: string): T {
  const known = frame instanceof NDframe;
  checkThat("give a title", "frame", "a data frame, such as table(rows)", frame, known);
  text("give a title", "caption", caption);
  captions.set(frame, caption);
  return frame;
}

/** A frame or a series as the text of the part of it that a page shows. */
function textOf(frame: Frame | FrameSeries): TableText {
  const numbered = frame.index.every((name: string | number, i: number) => name === i);
  return tableText({
    columns: frame.columns.map(String),
    length: frame.shape[0],
    cell(row, column) {
      const content: unknown = frame.values[row];
      return Array.isArray(content) ? content[column] : content;
    },
    index: numbered ? undefined : frame.index,
    caption: captions.get(frame),
  });
}

/** Danfo's tables do not say how they look; so they learn it here, once, wherever they are made. */
function teachDisplay(prototype: object): void {
  const hidden = { configurable: true, writable: true, enumerable: false };
  Object.defineProperties(prototype, {
    [displayMethod]: {
      ...hidden,
      value(this: Frame): MediaBundle {
        return tableBundle(textOf(this));
      },
    },
    [Symbol.for("Deno.customInspect")]: {
      ...hidden,
      value(this: Frame): string {
        return tableLines(textOf(this));
      },
    },
  });
}

// The class below all of them: a column or a head of a frame is not of the classes that danfo exports.
teachDisplay(NDframe.prototype);
