/**
 * `deno task site`: the whole course as static pages.
 *
 * The exporter is our own few files around marked, KaTeX and highlight.js, and not nbconvert: it needs no
 * Python, reads Markdown by JupyterLab's own parser, sets the mathematics when the site is built so that
 * pages need no script for it, and brings every asset along.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../site/build.ts";
import { type Command, runCommand } from "./command.ts";
import { optional, type Values } from "./flags.ts";
import { anyText } from "./values.ts";

const flags = {
  out: optional("DIR", anyText, "where it goes", ".site"),
  notebooks: optional("DIR", anyText, "the notebooks", "those of the project"),
  repository: optional(
    "URL",
    anyText,
    "where links to the project's files lead; without it they are words alone",
    "",
  ),
};

const command: Command<typeof flags> = {
  name: "site",
  about: "Writes the course as pages that work from a folder, without a network: open index.html.",
  flags,
  run: siteCommand,
};

const root = fileURLToPath(new URL("../../", import.meta.url));

async function siteCommand(values: Values<typeof flags>): Promise<number> {
  const out = resolve(values.out ?? join(root, ".site"));
  const { pages, bytes } = await buildSite({
    root,
    out,
    notebooks: resolve(values.notebooks ?? join(root, "notebooks")),
    repository: values.repository?.replace(/\/$/, ""),
  });
  const size = (bytes / 1e6).toFixed(1);
  console.log(`${pages.length} pages, ${size} MB: ${join(out, pages[0])}`);
  return 0;
}

if (import.meta.main) await runCommand(command);
