import { rolesOf } from "../../notebook_files/folds.ts";
import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
} from "../../notebook_files/notebook_file.ts";

/** How long a section takes. */
export interface SectionTime {
  /** Its heading, in Markdown. */
  readonly heading: string;
  /** Minutes of quiet reading. */
  readonly minutes: number;
}

/** How long a chapter takes. */
export interface ReadingTime {
  /** Minutes of quiet reading. */
  readonly minutes: number;
  /** The same by sections, in the chapter's order; what stands before the first has its title. */
  readonly sections: readonly SectionTime[];
}

/** Words that are read in a minute, formulas among them. */
const WORDS_A_MINUTE = 160;
/** Lines of code that are read in a minute. */
const LINES_A_MINUTE = 10;
/** How much longer the same takes aloud. */
const ALOUD = 1.5;

/**
 * How long a chapter takes to read: 160 words and 10 lines of code a minute. Solutions count; other code that
 * pages fold away does not: the checks at the end, and what a reader may pass over.
 */
export function readingTime(notebook: Notebook): ReadingTime {
  const roles = rolesOf(notebook);
  const sections: { heading: string; minutes: number }[] = [];
  const add = (minutes: number) => {
    if (sections.length === 0) sections.push({ heading: "", minutes: 0 });
    sections[sections.length - 1].minutes += minutes;
  };
  notebook.cells.forEach((cell, i) => {
    const source = joined(cell.source);
    if (cell.cell_type === "code") {
      const passedOver = roles[i] === "claims" || (roles[i] !== "solution" && isFolded(cell));
      if (!passedOver) add(linesOf(source) / LINES_A_MINUTE);
    } else if (cell.cell_type === "markdown") {
      for (const part of source.split(/^(?=##? )/m)) {
        const heading = /^##? (.*)/.exec(part)?.[1];
        if (heading !== undefined) sections.push({ heading, minutes: 0 });
        add(wordsOf(part) / WORDS_A_MINUTE);
      }
    }
  });
  return { minutes: sections.reduce((sum, { minutes }) => sum + minutes, 0), sections };
}

function isFolded({ metadata }: Cell): boolean {
  const { jupyter = {} } = (metadata ?? {}) as { readonly jupyter?: JsonObject };
  return jupyter.source_hidden === true;
}

function linesOf(code: string): number {
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

/** Words of a text: what holds a letter or a digit; tags and addresses of links are none. */
function wordsOf(markdown: string): number {
  const read = markdown.replace(/<[^>]*>/g, " ").replace(/\]\([^)]*\)/g, "] ");
  return read.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** One chapter in a table of times. */
export interface TimedChapter {
  readonly file: string;
  /** Its title, in Markdown. */
  readonly title: string;
  readonly notebook: Notebook;
}

/**
 * The times of all chapters as a table in Markdown, for the syllabus.
 *
 * @returns A row a chapter: minutes to read and aloud, and the minutes of each numbered section.
 */
export function timesTable(chapters: readonly TimedChapter[]): string {
  const rows = chapters.map(({ file, title, notebook }) => {
    const { minutes, sections } = readingTime(notebook);
    const numbered = sections.filter(({ heading }) => /^\d+\. /.test(heading))
      .map(({ heading, minutes }) => `§${parseInt(heading)} ${minutes.toFixed(0)}`);
    return `| ${parseInt(file)} | [${title}](../${file}) | ${minutes.toFixed(0)} | ` +
      `${(ALOUD * minutes).toFixed(0)} | ${numbered.join(" · ")} |`;
  });
  return [
    "|  | Chapter | Minutes to read | Aloud | Minutes to read, by section |",
    "| --: | -- | --: | --: | -- |",
    ...rows,
  ].join("\n");
}
