import { join } from "node:path";
import { escaped } from "../notebook/escaped.ts";
import type { Heading } from "./markdown.ts";

/**
 * Sections that once stood under another heading or in another chapter, by notebook and by what addresses called
 * them there: where they stand now, as `14_steps_and_wrong_beliefs.ipynb#A trend` or, in the same notebook, `#A trend`.
 */
export type MovedSections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The sections that a course says have moved, in teaching/moved_sections.json; none where it says nothing. */
export async function movedSectionsOf(notebooks: string): Promise<MovedSections> {
  const path = join(notebooks, "teaching", "moved_sections.json");
  return JSON.parse(await Deno.readTextFile(path).catch(() => "{}"));
}

/**
 * What a page says where somebody comes by the old address of a section: where that stands now. It is seen
 * by nobody else.
 *
 * @param notebook The page's notebook.
 * @param headings The headings of every chapter of the course.
 * @returns HTML with links as a notebook writes them; nothing where all is in its place.
 */
export function waysOn(
  notebook: string,
  moved: MovedSections,
  headings: ReadonlyMap<string, readonly Heading[]>,
): string {
  return Object.entries(moved[notebook] ?? {}).flatMap(([id, target]) => {
    const [to, heading] = placeOf(notebook, target);
    const there = headings.get(to);
    if (there === undefined || headings.get(notebook)?.some((one) => one.id === id)) return [];
    const now = there.find(({ text }) => sectionName(text) === heading);
    const address = now === undefined ? to : `${to}#${encodeURIComponent(now.id)}`;
    const words = now?.html ?? escaped(heading);
    return [
      `<p class="moved" id="${escaped(id)}">What stood here stands now in ` +
      `<a href="${escaped(address)}">${words}</a>.</p>`,
    ];
  }).join("\n");
}

/** The notebook and the heading, without its number, that a moved section has now. */
export function placeOf(
  from: string,
  target: string,
): readonly [notebook: string, heading: string] {
  const [to, heading] = target.split("#");
  return [to === "" ? from : to, heading];
}

/** A heading's words without its number, and without TeX's marks. */
export function sectionName(text: string): string {
  return text.replace(/^\d+\. /, "").replaceAll("\\sigma", "σ");
}
