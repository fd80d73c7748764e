import { bundledScript } from "../notebook/made_by_deno.ts";

/** A file of the site. */
export interface Asset {
  /** Its path in the site. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Everything that the pages share: style sheets, the fonts of the mathematics, scripts. Plotly is one of
 * the scripts, once for the site: for the pages' charts and for those of JupyterLite's notebooks.
 *
 * @param charts Whether a page has charts, or a notebook may draw them.
 * @throws {Error} Where a script cannot be bundled.
 */
export async function siteAssets(charts: boolean): Promise<readonly Asset[]> {
  const style = await Deno.readTextFile(new URL("site.css", import.meta.url));
  const assets: Asset[] = [
    { path: "assets/site.css", content: style },
    { path: "assets/site.js", content: bundled("page") },
    ...await mathematicsAssets(),
  ];
  if (charts) {
    assets.push({ path: "assets/charts.js", content: bundled("charts") });
    assets.push({ path: "assets/plotly.js", content: withTrueMinus(bundled("plotly")) });
  }
  return assets;
}

/** d3's choice of the sign before negative numbers, as Plotly has it. */
const MINUS = 'minus===void 0?"-"';

/**
 * Plotly with a true minus sign in the numbers that its templates format, where no setting reaches. The
 * axes' numbers have it already.
 *
 * @throws {Error} Where the script has another shape.
 */
function withTrueMinus(plotly: string): string {
  const parts = plotly.split(MINUS);
  if (parts.length !== 2) throw new Error(`Cannot bundle plotly as ${MINUS} must be in it once`);
  return parts.join('minus===void 0?"\u2212"');
}

/** KaTeX's style sheet, with the fonts in the one format that every browser of today reads. */
async function mathematicsAssets(): Promise<readonly Asset[]> {
  const folder = new URL("./", import.meta.resolve("katex/dist/katex.min.css"));
  const style = await Deno.readTextFile(new URL("katex.min.css", folder));
  const fonts = [...new Set(style.match(/fonts\/[\w-]+\.woff2/g) ?? [])];
  return [
    {
      path: "assets/katex.css",
      content: style.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ""),
    },
    ...await Promise.all(fonts.map(async (font) => ({
      path: `assets/${font}`,
      content: await Deno.readFile(new URL(font, folder)),
    }))),
  ];
}

function bundled(name: string): string {
  return bundledScript(new URL(`live/${name}.ts`, import.meta.url));
}
