import { escaped } from "./escaped.ts";

/** Plotly's MIME type: JupyterLab and VS Code draw it live. */
export const PLOTLY_TYPE = "application/vnd.plotly.v1+json";
/** The MIME type of the still pictures. */
export const PICTURE_TYPE = "image/svg+xml";

/**
 * A picture as an image in HTML: viewers that run no scripts leave SVG itself out, but show images, and what its
 * style sheet says stays inside.
 *
 * @param svg The picture.
 * @param words What it shows, for those who do not see it.
 * @param attributes More of the element's attributes, each after a space. @default {none}
 */
export function svgImage(svg: string, words: string, attributes = ""): string {
  const content = new TextEncoder().encode(svg).toBase64();
  return `<img alt="${escaped(words)}"${attributes} src="data:${PICTURE_TYPE};base64,${content}">`;
}
