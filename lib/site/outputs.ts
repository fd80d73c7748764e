import { stripVTControlCharacters } from "node:util";
import {
  joined,
  type Json,
  type JsonObject,
  type Output,
} from "../notebook_files/notebook_file.ts";
import { escaped, scriptJson } from "../notebook/escaped.ts";
import { PICTURE_TYPE, PLOTLY_TYPE, svgImage } from "../notebook/media.ts";
import { renderMarkdown } from "./markdown.ts";
import { setFormula } from "./mathematics.ts";
import { scriptsIn } from "./policy.ts";

/** An output as a page holds it. */
export interface ShownOutput {
  readonly html: string;
  /** Whether the page needs the charting library. */
  readonly chart: boolean;
  /** The scripts that it brings along and that may run. */
  readonly scripts: readonly string[];
}

/**
 * One output of a cell as HTML: the richest format that a page without a kernel can show.
 *
 * A chart is its still picture with the chart's own JSON beside it; the page's script makes it live when it
 * comes into sight. HTML is taken as it is, scripts included: it is the course's own, and what else would run in
 * the page is refused by its policy.
 *
 * @throws {TypeError} Where the output has no format that can be shown.
 */
export function renderOutput(output: Output): ShownOutput {
  if (output.output_type === "stream") return plain(joined(output.text), "stream");
  if (output.output_type === "error") {
    return plain(`${joined(output.ename)}: ${joined(output.evalue)}`, "error");
  }
  const data = (output.data ?? {}) as JsonObject;
  if (data[PLOTLY_TYPE] !== undefined) return { html: chart(data), chart: true, scripts: [] };
  for (const [type, show] of formats) {
    if (data[type] === undefined) continue;
    const html = show(joined(data[type]));
    return { html, chart: false, scripts: type === "text/html" ? scriptsIn(html) : [] };
  }
  throw new TypeError(
    `Cannot show an output that is only ${Object.keys(data).join(" and ") || "empty"}`,
  );
}

const formats: readonly (readonly [type: string, show: (content: string) => string])[] = [
  ["text/html", (html) => `<div class="output html">${html}</div>`],
  [PICTURE_TYPE, (svg) => `<div class="output">${pictureOf(svg, "")}</div>`],
  [
    "image/png",
    (base64) =>
      `<div class="output"><img alt="" src="data:image/png;base64,${bareBase64(base64)}"></div>`,
  ],
  ["text/markdown", (markdown) => `<div class="output">${renderMarkdown(markdown).html}</div>`],
  ["text/latex", (tex) => `<div class="output">${setLatex(tex)}</div>`],
  ["text/plain", (words) => plain(words, "value").html],
];

function setLatex(tex: string): string {
  return setFormula({ tex: tex.trim().replace(/^\$+|\$+$/g, ""), display: true });
}

/** Printed text; terminal colours are for terminals. */
function plain(words: string, kind: string): ShownOutput {
  return {
    html: `<pre class="output ${kind}">${escaped(stripVTControlCharacters(words)).trimEnd()}</pre>`,
    chart: false,
    scripts: [],
  };
}

interface ChartJson {
  readonly layout?: { readonly height?: Json; readonly meta?: { readonly caption?: Json } };
}

function chart(data: JsonObject): string {
  const json = data[PLOTLY_TYPE] as ChartJson & Json;
  const caption = String(json.layout?.meta?.caption ?? "");
  const height = Number(json.layout?.height ?? 380);
  const picture = data[PICTURE_TYPE];
  const still = picture === undefined ? "" : pictureOf(joined(picture), caption);
  const words = caption === "" ? "" : `<figcaption>${escaped(caption)}</figcaption>`;
  return `<figure class="output chart"><div class="still" style="min-height:${
    Number.isFinite(height) ? height : 380
  }px">${still}</div>` +
    `<script type="application/json">${scriptJson(json)}</script>${words}</figure>`;
}

/** Picture data without anything else that a notebook's file may hold there. */
export function bareBase64(content: string): string {
  return content.replace(/[^A-Za-z0-9+/=]/g, "");
}

function pictureOf(svg: string, words: string): string {
  return svgImage(svg, words, ' decoding="async"');
}
