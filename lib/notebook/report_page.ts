import { displayMethod } from "./display.ts";
import { escaped, scriptJson } from "./escaped.ts";
import type { Figure } from "./figure.ts";
import { PICTURE_TYPE } from "./media.ts";

/** What a report is made of. */
export interface ReportPageOptions {
  /** Its title. */
  readonly title: string;
  /** Its text, tables laid out with spaces included. */
  readonly text: string;
  /** Its charts. */
  readonly figures: readonly Figure[];
  /** All its numbers, as the command's JSON. */
  readonly json: unknown;
}

const STYLE = ":root{color-scheme:light dark}" +
  "body{font:15px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{font:13px/1.4 monospace;overflow-x:auto}" +
  "figure{margin:2rem 0}figure svg{max-width:100%;height:auto}figcaption{opacity:.8}";

/**
 * A report as one page that needs nothing beside it: text, charts as SVG, and the numbers as JSON in a
 * script element of id `numbers`.
 */
export function reportPage({ title, text, figures, json }: ReportPageOptions): string {
  const charts = figures.map((chart) => {
    const svg = chart[displayMethod]()[PICTURE_TYPE];
    return `<figure>\n${svg}\n<figcaption>${escaped(chart.caption)}</figcaption>\n</figure>`;
  });
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    "<body>",
    `<h1>${escaped(title)}</h1>`,
    ...charts,
    `<pre>${escaped(text)}</pre>`,
    `<script type="application/json" id="numbers">${scriptJson(json)}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
