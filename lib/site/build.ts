import { chaptersIn } from "../notebook_files/chapters.ts";
import { dirname, join } from "node:path";
import type { Notebook } from "../notebook_files/notebook_file.ts";
import { whyNot, writeWhole } from "../notebook_files/write_whole.ts";
import { escaped } from "../notebook/escaped.ts";
import { siteAssets } from "./assets.ts";
import { renderCells } from "./cells.ts";
import { EXERCISES } from "./copy_notebooks.ts";
import { type LinkTargets, turnLinks } from "./links.ts";
import { type Page, pageHtml } from "./page.ts";
import type { Entry } from "../notebook/reference/reference.ts";
import { referencePages } from "./reference_pages.ts";
import { printableName } from "../printable.ts";

/** What a site is made from, and where it goes. */
export interface SiteOptions {
  /** The project's root, for links to its files. */
  readonly root: string;
  /** The folder that holds the notebooks. */
  readonly notebooks: string;
  /** The folder that the site is written to. */
  readonly out: string;
  /** Whether a JupyterLite stands beside the pages: each then has a button. @default {false} */
  readonly runs?: boolean;
  /** The library's reference, for a page a door. @default {no such pages} */
  readonly reference?: readonly Entry[];
  /** Address of the repository, for links to its files. @default {such links are words alone} */
  readonly repository?: string;
}

/** What was written. */
export interface Site {
  readonly pages: readonly string[];
  /** Size of all files, in bytes. */
  readonly bytes: number;
}

/**
 * Writes the course as pages that work from a folder, without a network.
 *
 * @param options Where from and where to.
 * @returns What was written.
 * @throws {Error} Where there is no notebook, one cannot be rendered, or a link leads nowhere.
 */
export async function buildSite(options: SiteOptions): Promise<Site> {
  const pages = await readPages(options.notebooks);
  const turned = [...turnAll(pages, options), ...referencePages(options.reference ?? [])];
  const assets = await siteAssets(pages.some(({ charts }) => charts));
  const files = [
    ...turned.map((page, at) => ({ path: page.file, content: pageHtml(turned, at, options.runs) })),
    ...assets,
  ];
  let bytes = 0;
  for (const { path, content } of files) {
    const target = join(options.out, path);
    const raw = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.mkdir(dirname(target), { recursive: true });
    await writeWhole(target, raw);
    bytes += raw.length;
  }
  return { pages: turned.map(({ file }) => file), bytes };
}

async function readPages(folder: string): Promise<readonly Page[]> {
  const names = await chaptersIn(folder).catch((error) => {
    throw new Error(`Cannot read the notebooks of ${printableName(folder)}: ${whyNot(error)}`);
  });
  if (names.length === 0) {
    const where = printableName(folder);
    throw new Error(`Cannot build the site as there is no chapter (NN_….ipynb) in ${where}`);
  }
  return await Promise.all(names.map((name, i) => readPage(folder, name, i === 0)));
}

async function readPage(folder: string, notebook: string, first: boolean): Promise<Page> {
  const content = JSON.parse(await Deno.readTextFile(join(folder, notebook))) as Notebook;
  const file = first ? "index.html" : notebook.replace(/\.ipynb$/, ".html");
  try {
    const { html, headings, charts, scripts } = renderCells(content);
    const top = headings.find(({ depth }) => depth === 1);
    const name = notebook.replace(/\.ipynb$/, "");
    return {
      notebook,
      file,
      html,
      headings,
      charts,
      scripts,
      exercises: await isThere(join(folder, EXERCISES, notebook)),
      title: top?.text ?? name,
      titleHtml: top?.html ?? escaped(name),
    };
  } catch (error) {
    throw new Error(
      `${printableName(notebook)}, ${error instanceof Error ? error.message : error}`,
    );
  }
}

function turnAll(pages: readonly Page[], { root, repository }: SiteOptions): readonly Page[] {
  const targets: LinkTargets = {
    pages: new Map(pages.map(({ notebook, file }) => [notebook, file])),
    headings: new Map(
      pages.map(({ notebook, headings }) => [notebook, headings.map(({ id }) => id)]),
    ),
    repository,
    holds: (path) => exists(join(root, path)),
  };
  const turned = pages.map((page) => ({ page, ...turnLinks(page.html, page.notebook, targets) }));
  const broken = turned.flatMap((one) => one.broken);
  if (broken.length > 0) throw new Error(`Cannot build the site:\n${broken.join("\n")}`);
  return turned.map(({ page, html }) => ({ ...page, html }));
}

async function isThere(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile === true;
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
