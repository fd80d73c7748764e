import { inspected } from "./inspect.ts";

/** The header of rows that are no records. */
const VALUES = "Values";

/**
 * What `console.table` prints: a row for every record, a column for every field.
 *
 * @param data A list, a record of records, a map or a set.
 * @param fields The columns to show. @default {every field that is there}
 * @returns Its lines, drawn with strokes as Deno draws them.
 */
export function consoleTable(data: object, fields?: readonly string[]): string {
  const map = data instanceof Map,
    iterated = map || data instanceof Set || ArrayBuffer.isView(data);
  const rows: readonly (readonly [key: string, value: unknown])[] = iterated
    ? [...data as Iterable<unknown>].map((
      one,
      i,
    ) => [`${i}`, map ? (one as readonly unknown[])[1] : one])
    : Object.entries(data);
  const keys = map ? [...data.keys()].map(cell) : [];
  // A map's values are shown whole.
  const records = rows.map(([, value]) => !map && typeof value === "object" && value !== null);
  const own = rows.filter((_, i) => records[i]).flatMap(([, value]) =>
    Object.keys(value as object)
  );
  const columns = fields ?? Object.keys(Object.fromEntries(own.map((name) => [name, true])));
  const plain = fields === undefined && records.includes(false);
  const head = [
    iterated ? "(iter idx)" : "(idx)",
    ...(map ? ["Key"] : []),
    ...columns,
    ...(plain ? [VALUES] : []),
  ];
  const body = rows.map(([key, value], i) => [
    key,
    ...(map ? [keys[i]] : []),
    ...columns.map((name) =>
      records[i] && Object.hasOwn(value as object, name)
        ? cell(Reflect.get(value as object, name))
        : undefined
    ),
    ...(plain ? [records[i] ? "" : cell(value)] : []),
  ]);
  return drawn(head, body);
}

/** A value in a cell: two levels of it, on one line. */
function cell(value: unknown): string {
  return inspected(value, { depth: 1, breakLength: Infinity });
}

function drawn(
  head: readonly string[],
  body: readonly (readonly (string | undefined)[])[],
): string {
  const widths = head.map((name, i) =>
    Math.max(...[name, ...body.map((row) => row[i])].map(widthOf))
  );
  const whole = head.map((_, i) => body.length > 0 && body.every((row) => isWhole(row[i])));
  const line = (cells: readonly (string | undefined)[], right: readonly boolean[]) =>
    cells.map((text = "", i) => {
      const space = " ".repeat(widths[i] - widthOf(text));
      return right[i] ? ` ${space}${text} ` : ` ${text}${space} `;
    }).join("│");
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => "─".repeat(width + 2)).join(middle)}${right}`;
  return [
    rule("┌", "┬", "┐"),
    `│${line(head, [])}│`,
    rule("├", "┼", "┤"),
    ...body.map((row) => `│${line(row, whole)}│`),
    rule("└", "┴", "┘"),
  ].join("\n");
}

const widthOf = (text: string = "") => [...text].length;

/** As Deno does, columns of whole numbers stand at the right; what is not there does not matter. */
const isWhole = (text: string = "") => Number.isInteger(Number(text));
