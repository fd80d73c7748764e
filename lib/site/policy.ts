import { createHash } from "node:crypto";

/** The scripts between tags in HTML that runs them: data blocks are none, nor are scripts from elsewhere. */
export function scriptsIn(html: string): readonly string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)]
    .filter(([, attributes]) => !/\bsrc\s*=/i.test(attributes) && runs(attributes))
    .map(([, , script]) => script);
}

function runs(attributes: string): boolean {
  const [, type = ""] = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes) ?? [];
  return type === "" || type === "module" || /javascript$/i.test(type);
}

/**
 * What a page of the site may do, for its `http-equiv`: run the site's own scripts and those between its tags
 * that are named here by their hash, show its own pictures and letters, and ask nobody for anything.
 *
 * Styles between tags and in attributes are allowed: the mathematics is set by them.
 *
 * @param scripts The scripts between the page's tags, as they stand there.
 */
export function contentSecurityPolicy(scripts: readonly string[]): string {
  // Pages may also be opened from a folder.
  const own = "'self' file:";
  const hashes = [...new Set(scripts.map((script) => `'sha256-${sha256(script)}'`))];
  return [
    "default-src 'none'",
    ["script-src", own, ...hashes].join(" "),
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} data: blob:`,
    `font-src ${own} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * What JupyterLite's pages may do: run what a notebook brings and what JupyterLite makes of its settings, but load and
 * send nothing beyond the site. What cells compute in the page's worker is the reader's own, and is not told what to ask
 * for.
 */
export const litePolicy: string = [
  "default-src 'self'",
  // Settings are checked by functions made for them; explorables are scripts in outputs.
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The hash that a browser makes of a script: it reads every end of line as one character. */
function sha256(script: string): string {
  return createHash("sha256").update(script.replace(/\r\n?/g, "\n")).digest("base64");
}
