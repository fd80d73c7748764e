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
import { knownReference } from "../notebook/made_by_deno.ts";
import { locked } from "../jupyter/environment.ts";
import { setUpSiteEnvironment } from "../jupyter/site_environment.ts";
import { buildSite } from "../site/build.ts";
import { notebookText } from "../notebook_files/notebook_file.ts";
import { copyNotebooks } from "../site/copy_notebooks.ts";
import { copyTeaching, forStudents } from "../site/teaching/teaching_pages.ts";
import { withoutSolutions } from "../site/exercises/without_solutions.ts";
import { buildLite } from "../site/lite.ts";
import { serveSite } from "../site/serve.ts";
import { type Command, runCommand } from "./command.ts";
import { optional, toggle, type Values } from "./flags.ts";
import { anyText, whole } from "./values.ts";
import { printableName } from "../printable.ts";

const flags = {
  out: optional("DIR", anyText, "where it goes", ".site"),
  notebooks: optional("DIR", anyText, "the notebooks", "those of the project"),
  repository: optional(
    "URL",
    anyText,
    "where links to the project's files lead; without it they are words alone",
    "",
  ),
  exercises: toggle("hide solutions, the checks that speak of them, and the pages for who teaches"),
  "pages-only": toggle("leave JupyterLite out"),
  serve: toggle("then serve it on 127.0.0.1, where chapters can be run"),
  port: optional("N", whole({ most: 65_535 }), "the port of --serve", "8000"),
};

const command: Command<typeof flags> = {
  name: "site",
  about:
    `Writes the course as pages that work from a folder, without a network: open index.html. Beside them
stands JupyterLite, in which every chapter runs in the page itself; it needs Python here to be built,
and a served page to run. Without Python only the pages are made.`,
  flags,
  run: siteCommand,
};

const root = fileURLToPath(new URL("../../", import.meta.url));

async function siteCommand(values: Values<typeof flags>): Promise<number> {
  const out = resolve(values.out ?? join(root, ".site"));
  await build(values, out);
  if (!values.serve) return 0;
  const server = serveSite(out, values.port ?? PORT);
  console.log(`The course is at http://127.0.0.1:${server.addr.port}/ · Ctrl-C stops it.`);
  await server.finished;
  return 0;
}

/** Builds the site, one build of a checkout after the other: they share its folders of work. */
async function build(values: Values<typeof flags>, out: string): Promise<void> {
  using _lock = await locked(join(root, ".cache", "site_build"), console.log, "build of the site");
  const whole = resolve(values.notebooks ?? join(root, "notebooks"));
  const notebooks = values.exercises ? await handedOut(whole) : whole;
  const environment = values["pages-only"] ? undefined : await setUpSiteEnvironment();
  if (environment !== undefined) await buildLite({ root, notebooks, out, ...environment });
  else if (!values["pages-only"]) console.log("There is no Python here: only the pages are made");
  const { pages, bytes } = await buildSite({
    root,
    out,
    notebooks,
    runs: environment !== undefined,
    reference: knownReference(),
    repository: values.repository?.replace(/\/$/, ""),
  });
  const size = (bytes / 1e6).toFixed(1);
  const beside = environment === undefined ? "" : ", and JupyterLite beside them";
  console.log(`${pages.length} pages, ${size} MB${beside}: ${printableName(join(out, pages[0]))}`);
}

const PORT = 8000;

/** A copy of the notebooks without solutions. */
async function handedOut(notebooks: string): Promise<string> {
  const folder = join(root, ".cache", "handed_out");
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await copyNotebooks(
    notebooks,
    folder,
    (text) => notebookText(withoutSolutions(JSON.parse(text))),
  );
  await copyTeaching(notebooks, folder, forStudents);
  return folder;
}

if (import.meta.main) await runCommand(command);
