import { existsSync } from "node:fs";
import { join } from "node:path";
import { chaptersIn } from "../notebook_files/chapters.ts";
import type { Notebook } from "../notebook_files/notebook_file.ts";
import { whyNot } from "../notebook_files/write_whole.ts";
import { escaped } from "../notebook/escaped.ts";
import { printableName } from "../printable.ts";
import { type Body, renderCells } from "./cells.ts";
import { EXERCISES } from "./copy_notebooks.ts";
import { movedSectionsOf, waysOn } from "./moved_sections.ts";
import type { Page } from "./page.ts";
import { type Equation, numberedIn } from "./teaching/equations.ts";
import {
  GLOSSARY,
  type Mention,
  readGlossary,
  type Term,
  termMarker,
} from "./teaching/glossary.ts";
import { INDEX, type Indexed, indexHtml } from "./teaching/index_page.ts";
import { slidesOf } from "./teaching/slides.ts";
import {
  slidesName,
  teachingBody,
  type TeachingFile,
  teachingFiles,
} from "./teaching/teaching_pages.ts";

/** A chapter as a page, with what the index is made from. */
interface Chapter extends Page, Indexed {
  readonly content: Notebook;
  readonly equations: readonly Equation[];
}

/**
 * The course's pages, with links as the notebooks write them: the chapters, the teaching folder's texts, the
 * index, and the slides of chapters whose cells have that tag.
 *
 * @param folder The folder that holds the notebooks.
 * @returns The pages, in the site's order.
 * @throws {Error} Where there is no notebook, or one cannot be rendered.
 */
export async function coursePages(folder: string): Promise<readonly Page[]> {
  const names = await chaptersIn(folder).catch((error) => {
    throw new Error(`Cannot read the notebooks of ${printableName(folder)}: ${whyNot(error)}`);
  });
  if (names.length === 0) {
    const where = printableName(folder);
    throw new Error(`Cannot build the site as there is no chapter (NN_….ipynb) in ${where}`);
  }
  const files = await teachingFiles(folder);
  const terms = readGlossary(files.find(({ path }) => path === GLOSSARY)?.text ?? "");
  const chapters = await Promise.all(
    names.map((name, i) => readChapter(folder, name, i === 0, terms)),
  );
  const moved = await movedSectionsOf(folder);
  const headings = new Map(chapters.map((one) => [one.notebook, one.headings]));
  return [
    ...chapters.map((one) => ({ ...one, html: one.html + waysOn(one.notebook, moved, headings) })),
    ...teachingPages(files, chapters),
    ...(terms.length === 0 ? [] : [indexPage(terms, chapters.slice(1))]),
    ...chapters.flatMap(slidesPage),
  ];
}

async function readChapter(
  folder: string,
  notebook: string,
  first: boolean,
  terms: readonly Term[],
): Promise<Chapter> {
  const content = JSON.parse(await Deno.readTextFile(join(folder, notebook))) as Notebook;
  const [equations, mentions]: [Equation[], Mention[]] = [[], []];
  try {
    const body = renderCells(content, {
      numbering: numberedIn(parseInt(notebook), equations),
      marked: termMarker(terms, mentions),
    });
    const name = notebook.replace(/\.ipynb$/, "");
    return {
      ...pageOf(notebook, first ? "index.html" : `${name}.html`, body, name),
      exercises: existsSync(join(folder, EXERCISES, notebook)),
      content,
      equations,
      mentions,
    };
  } catch (error) {
    throw new Error(
      `${printableName(notebook)}, ${error instanceof Error ? error.message : error}`,
    );
  }
}

function teachingPages(
  files: readonly TeachingFile[],
  chapters: readonly Chapter[],
): readonly Page[] {
  const course = chapters.slice(1).map(({ notebook, title, content }) => ({
    file: notebook,
    title,
    notebook: content,
  }));
  return files.map((file) => {
    const name = file.path.replace("/", "_").replace(/\.md$/, "");
    return pageOf(file.path, `${name}.html`, teachingBody(file, course), name);
  });
}

function indexPage(terms: readonly Term[], chapters: readonly Chapter[]): Page {
  return pageOf(INDEX, "teaching_index.html", indexHtml(terms, chapters), "Index");
}

function slidesPage({ notebook, title, titleHtml, content }: Chapter): readonly Page[] {
  const body = slidesOf(content);
  if (body === undefined) return [];
  const name = slidesName(notebook);
  return [{
    ...pageOf(name, `${name}.html`, body, name),
    title: `Slides: ${title}`,
    titleHtml: `Slides: ${titleHtml}`,
  }];
}

function pageOf(notebook: string, file: string, body: Body, name: string): Page {
  const top = body.headings.find(({ depth }) => depth === 1);
  return {
    notebook,
    file,
    ...body,
    title: top?.text ?? name,
    titleHtml: top?.html ?? escaped(name),
  };
}
