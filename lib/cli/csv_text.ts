/** A cell of a CSV file: nothing for what does not exist, quotes where the text needs them. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as the text of a CSV file: a column for each name that any row has, in the order they are met.
 *
 * @param rows Records; numbers are written with all their digits.
 */
export function csvText(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(","));
  return [names.join(","), ...lines].join("\n") + "\n";
}
