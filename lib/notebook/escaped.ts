// What no XML may hold, escaped or not: one such character in a name, and there is no picture.
// deno-lint-ignore no-control-regex
const noText = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Text as HTML and SVG take it, also inside an attribute; what is no character is shown as one. */
export function escaped(text: string): string {
  return text.toWellFormed().replace(noText, "\ufffd")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The text that HTML without tags stands for. */
export function unescaped(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** JSON that no page can take for markup: a script element ends at the first `</`. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
