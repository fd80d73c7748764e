import { join } from "node:path";
import type { Body } from "../cells.ts";
import { renderMarkdown } from "../markdown.ts";
import { GLOSSARY } from "./glossary.ts";
import { hasSlides } from "./slides.ts";
import { type TimedChapter, timesTable } from "./reading_time.ts";

/** The folder of the pages for who teaches, beside the chapters. */
const TEACHING = "teaching";

/** A page of that folder. */
export interface TeachingFile {
  /** Its path from the notebooks' folder: `teaching/syllabus.md`. */
  readonly path: string;
  readonly text: string;
}

/** Texts that a class may see as well; the others hold answers. */
export const forStudents = ["from_python.md", "formulas.md", "glossary.md"];
const order = ["syllabus.md", "board.md", "predictions.md", "exam.md", ...forStudents];

/**
 * The teaching folder's texts, as far as they are there, in the site's order.
 *
 * @param notebooks The notebooks' folder.
 */
export async function teachingFiles(notebooks: string): Promise<readonly TeachingFile[]> {
  const files = await Promise.all(order.map(async (name) => {
    const path = `${TEACHING}/${name}`;
    const text = await Deno.readTextFile(join(notebooks, path)).catch(() => undefined);
    return text === undefined ? [] : [{ path, text }];
  }));
  return files.flat();
}

/**
 * Copies texts of the teaching folder.
 *
 * @param from The notebooks' folder.
 * @param to Where they go, in a folder of the same name.
 * @param names Which of them. @default {all that are there}
 */
export async function copyTeaching(
  from: string,
  to: string,
  names: readonly string[] = order,
): Promise<void> {
  const files = await teachingFiles(from);
  await Deno.mkdir(join(to, TEACHING), { recursive: true });
  for (const { path, text } of files) {
    if (!names.some((name) => path === `${TEACHING}/${name}`)) continue;
    await Deno.writeTextFile(join(to, path), text);
  }
}

/** What a text holds in place of the table of reading times, which is counted when the site is made. */
const TIMES = "<!-- minutes by section -->";
/** In place of the list of slides. */
const SLIDES = "<!-- slides -->";

/** What a chapter's page of slides is called. */
export function slidesName(chapter: string): string {
  return `slides_${chapter.replace(/\.ipynb$/, "")}`;
}

/**
 * A text of the teaching folder as a page's body.
 *
 * @param chapters The chapters, for their reading times.
 */
export function teachingBody(
  { path, text }: TeachingFile,
  chapters: readonly TimedChapter[],
): Body {
  const slides = chapters.filter(({ notebook }) => hasSlides(notebook))
    .map(({ file, title }) => `- [${title}](../${slidesName(file)})`);
  const whole = text.replace(TIMES, () => timesTable(chapters))
    .replace(SLIDES, () => slides.join("\n"));
  const { html, headings } = renderMarkdown(whole);
  const kind = path === GLOSSARY ? " glossary" : path.endsWith("/formulas.md") ? " sheet" : "";
  return { html: `<div class="cell text${kind}">\n${html}</div>`, headings };
}
