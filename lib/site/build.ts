import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeWhole } from "../notebook_files/write_whole.ts";
import { siteAssets } from "./assets.ts";
import { coursePages } from "./course_pages.ts";
import { type LinkTargets, turnLinks } from "./links.ts";
import { type Page, pageHtml } from "./page.ts";
import type { Entry } from "../notebook/reference/reference.ts";
import { referencePages } from "./reference_pages.ts";

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
 * @throws {Error} Where there is no notebook, one cannot be rendered, or a link leads nowhere.
 */
export async function buildSite(options: SiteOptions): Promise<Site> {
  const pages = await coursePages(options.notebooks);
  const turned = [...turnAll(pages, options), ...referencePages(options.reference ?? [])];
  const assets = await siteAssets(options.runs || pages.some(({ charts }) => charts));
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

function turnAll(pages: readonly Page[], { root, repository }: SiteOptions): readonly Page[] {
  const targets: LinkTargets = {
    pages: new Map(pages.map(({ notebook, file }) => [notebook, file])),
    headings: new Map(
      pages.map(({ notebook, headings, equations = [] }) => [
        notebook,
        [...headings, ...equations].map(({ id }) => id),
      ]),
    ),
    repository,
    holds: (path) => existsSync(join(root, path)),
  };
  const turned = pages.map((page) => ({ page, ...turnLinks(page.html, page.notebook, targets) }));
  const broken = turned.flatMap((one) => one.broken);
  if (broken.length > 0) throw new Error(`Cannot build the site:\n${broken.join("\n")}`);
  return turned.map(({ page, html }) => ({ ...page, html }));
}
