/**
 * Lays out rows of text in columns: the first ones aligned to the left, the others to the right.
 *
 * @param rows Rows of equal length, the heading first; no two headings alike.
 * @param left How many columns are aligned to the left.
 */
export function textTable(rows: readonly (readonly string[])[], left = 1): string {
  const twice = rows[0].find((name, i) => rows[0].indexOf(name) < i);
  if (twice !== undefined) {
    throw new RangeError(`Cannot lay out a table as ${twice} heads it twice`);
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => [...row[i]].length)));
  const pad = (cell: string, i: number) => {
    const gap = " ".repeat(widths[i] - [...cell].length);
    return i < left ? cell + gap : gap + cell;
  };
  const lines = rows.map((row) => row.map(pad).join("  ").trimEnd());
  return [lines[0], widths.map((width) => "-".repeat(width)).join("  "), ...lines.slice(1)]
    .join("\n");
}

/** A column of a table: its heading, and what it says of a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];

/** Lays out records by columns, the first one aligned to the left: a line for each record. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return textTable([
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ]);
}

/** A number with so many decimals, its minus that of a program's output; a dash where there is none. */
export function fixed(value: number | null, digits: number): string {
  return value === null || !Number.isFinite(value) ? "–" : value.toFixed(digits);
}

/** A number with so many digits that count; a dash where there is none. */
export function digits(value: number, count = 4): string {
  return Number.isFinite(value) ? String(+value.toPrecision(count)) : "–";
}
