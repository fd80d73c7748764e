import type { MediaBundle } from "./display.ts";
import type { TableText } from "./shown_table.ts";
import { escaped } from "./escaped.ts";

/**
 * Colours are greys that let the page's own ground and letters through, so that the table suits dark pages
 * and light ones. Pages that drop styles, such as GitHub, show their own tables.
 */
const style = [
  ".lab-table table{border-collapse:collapse;margin:0;font-size:.92em}",
  ".lab-table div{padding:.4em .6em;font-size:.92em}",
  ".lab-table th,.lab-table td{padding:.25em .6em;border:0;white-space:nowrap}",
  ".lab-table td{font-variant-numeric:tabular-nums}",
  ".lab-table thead tr{border-bottom:1px solid rgba(128,128,128,.6)}",
  ".lab-table tbody tr{border-bottom:1px solid rgba(128,128,128,.2)}",
  ".lab-table{overflow-x:auto}",
].join("");

/** A table as a page shows it: HTML, and text for where there is none. */
export function tableBundle(table: TableText): MediaBundle {
  return { "text/html": tableHtml(table), "text/plain": tableLines(table) };
}

/** A table as HTML: numbers to the right, words to the left, a caption below. */
function tableHtml({ head, body, numeric, caption }: TableText): string {
  const side = (column: number) =>
    numeric[column]
      ? ' align="right" style="text-align:right"'
      : ' align="left" style="text-align:left"';
  const names = head.map((name, c) => `<th scope="col"${side(c)}>${escaped(name)}</th>`);
  const rows = body.map((row) =>
    `<tr>${row.map((cell, c) => `<td${side(c)}>${escaped(cell)}</td>`).join("")}</tr>`
  );
  const label = escaped(caption === "" ? "table" : caption);
  return [
    `<div class="lab-table" tabindex="0" role="group" aria-label="${label}"><style>${style}</style>`,
    `<table><thead><tr>${names.join("")}</tr></thead>`,
    "<tbody>",
    ...rows,
    "</tbody></table>",
    ...(caption === "" ? [] : [`<div>${escaped(caption)}</div>`]),
    "</div>",
  ].join("\n");
}

/** A table as lines of text, its columns below each other. */
export function tableLines({ head, body, numeric, caption }: TableText): string {
  const all = [head, ...body];
  const widths = head.map((_, c) => Math.max(...all.map((row) => row[c].length)));
  const line = (row: readonly string[]) =>
    row.map((cell, c) => numeric[c] ? cell.padStart(widths[c]) : cell.padEnd(widths[c]))
      .join("  ").trimEnd();
  return [...all.map(line), ...(caption === "" ? [] : ["", caption])].join("\n");
}
