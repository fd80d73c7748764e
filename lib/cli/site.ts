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
import { readArguments, runCommand, text } from "./flags.ts";
import { buildSite } from "../site/build.ts";

const help = `deno task site [--out DIR] [--repository URL]

Writes the course to .site/ as pages that work from a folder, without a network: open index.html.

  --out DIR          another folder
  --notebooks DIR    other notebooks than those of the project
  --repository URL   where links to the project's files lead; without it they are words alone
  --help             this text`;

const root = fileURLToPath(new URL("../../", import.meta.url));

async function siteCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, {
    out: { type: "string" },
    notebooks: { type: "string" },
    repository: { type: "string" },
    help: { type: "boolean" },
  });
  if (given.flags.help) {
    console.log(help);
    return 0;
  }
  const out = resolve(text(given, "out") ?? join(root, ".site"));
  const { pages, bytes } = await buildSite({
    root,
    out,
    notebooks: resolve(text(given, "notebooks") ?? join(root, "notebooks")),
    repository: text(given, "repository")?.replace(/\/$/, ""),
  });
  const size = (bytes / 1e6).toFixed(1);
  console.log(`${pages.length} pages, ${size} MB: ${join(out, pages[0])}`);
  return 0;
}

if (import.meta.main) await runCommand(siteCommand);
