import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForPage } from "./bundle.ts";
import { copyNotebooks } from "./copy_notebooks.ts";
import { inPage } from "./in_page.ts";
import { knownReference, liveScript } from "../notebook/made_by_deno.ts";
import { doors, doorWord } from "../notebook/reference/doors.ts";
import { completePages } from "./lite_pages.ts";
import { EXTENSION, extensionPackage, keepOurExtension, settings } from "./lite_settings.ts";
import { layOutPackages } from "./page_packages.ts";
import { copyTeaching } from "./teaching/teaching_pages.ts";

/** What the JupyterLite is made from, and where it goes. */
export interface LiteOptions {
  /** The project's root. */
  readonly root: string;
  /** The folder that holds the notebooks. */
  readonly notebooks: string;
  /** The site's folder. */
  readonly out: string;
  /** A Python that has jupyterlite-core, and the variables it runs with. */
  readonly python: string;
  /** The variables to run Python with. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Every explorable has its entry in a folder of its own. */
const live = new URL("../notebook/explorables/live/", import.meta.url);
const explorables = [...Deno.readDirSync(live)].map(({ name }) => name.replace(/\.ts$/, ""));

/** What of JupyterLite's own is not published: applications that the course has no use for. */
const unused = /^(?:index\.html|repl|consoles|edit|doc|package\.json|rspack.*|icon.*|.*schema.*)$/;

/** Letters in formats for browsers of long ago: those of today take the same ones from .woff2 files. */
const oldFonts = /^fa-.*\.(?:svg|eot|ttf|woff)$/;

/**
 * Builds a JupyterLite with the notebooks, our kernel and the library's bundles, beside the pages.
 *
 * @throws {Error} Where a step fails; the message holds the tool's own words.
 */
export async function buildLite(options: LiteOptions): Promise<void> {
  const { root, notebooks, out, python, variables } = options;
  const work = join(root, ".cache", "site_lite");
  await Deno.remove(work, { recursive: true }).catch(() => {});
  const built = join(work, "built");
  // Where JupyterLite looks for extensions: in the environment of its Python.
  const shared = join(python, "..", "..", "share", "jupyter", "labextensions");
  const extension = join(shared, ...EXTENSION.split("/"));
  const packages = await layOutPackages(root);
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  await bundleForPage({
    entries: { remoteEntry: here("kernel/extension.ts") },
    out: join(extension, "static"),
    packages,
    format: "iife",
  });
  await Deno.writeTextFile(join(extension, "package.json"), JSON.stringify(extensionPackage));
  await copyNotebooks(notebooks, join(work, "contents"), inPage, inPage);
  await copyTeaching(notebooks, join(work, "contents"));
  await Deno.writeTextFile(join(work, "jupyter-lite.json"), JSON.stringify(settings));
  await runJupyterLite(python, variables, work, built);
  await keepOurExtension(built);
  await completePages(built);
  await Deno.mkdir(out, { recursive: true });
  for await (const { name } of Deno.readDir(built)) {
    if (unused.test(name)) continue;
    await Deno.remove(join(out, name), { recursive: true }).catch(() => {});
    await Deno.rename(join(built, name), join(out, name));
  }
  for await (const { name } of Deno.readDir(join(out, "build"))) {
    if (oldFonts.test(name)) await Deno.remove(join(out, "build", name));
  }
  const kernel = join(out, "kernel");
  await Deno.remove(kernel, { recursive: true }).catch(() => {});
  await bundleForPage({
    entries: {
      ...Object.fromEntries(
        Object.entries(doors).map(([door, file]) => [doorWord(door), join(root, file)]),
      ),
      worker: here("kernel/worker.ts"),
    },
    out: kernel,
    packages,
    standIns: { "/notebook/made_by_deno.ts": here("kernel/made_before.ts") },
  });
  const reference = JSON.stringify(knownReference());
  await Deno.writeTextFile(join(kernel, "reference.json"), reference);
  await Deno.mkdir(join(kernel, "live"));
  for (const name of explorables) {
    const script = liveScript(name);
    if (script === undefined) throw new Error(`Cannot bundle the explorable ${name}`);
    await Deno.writeTextFile(join(kernel, "live", `${name}.js`), script);
  }
}

async function runJupyterLite(
  python: string,
  variables: Readonly<Record<string, string>>,
  work: string,
  built: string,
): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [
      "-m",
      "jupyterlite_core",
      "build",
      `--lite-dir=${work}`,
      `--contents=${join(work, "contents")}`,
      `--output-dir=${built}`,
      "--no-sourcemaps",
    ],
    cwd: work,
    env: { ...variables, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  if (success) return;
  const words = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n").trim();
  throw new Error(`Cannot build JupyterLite:\n${words.split("\n").slice(-12).join("\n")}`);
}
