import { entryMarkdown } from "../notebook/help.ts";
import type { Entry } from "../notebook/reference/reference.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";

/**
 * The library's reference as pages, one a door: every public name with signature, meaning, units, defaults and
 * an example.
 *
 * @returns The pages; none where there is no reference.
 */
export function referencePages(entries: readonly Entry[]): readonly Page[] {
  const doors = [...new Set(entries.map(({ door }) => door))];
  return doors.map((door) => {
    const own = entries.filter((entry) => entry.door === door).toSorted((a, b) =>
      a.name.localeCompare(b.name, "en")
    );
    const short = door.split("/").slice(2).join("_");
    const title = `Reference: ${short === "" ? "the engine" : short}`;
    const index = own.map(({ name }) => `[\`${name}\`](#${name})`).join(" · ");
    const names = own.map((entry) => {
      // The heading has the name.
      const [, ...rest] = entryMarkdown(entry, []).split("\n\n");
      return `## ${entry.name}\n\n${rest.join("\n\n")}`;
    });
    // Each by itself: a dollar that is none of mathematics must not reach for one of another name's formula.
    const taken = new Set<string>();
    const parts = [`# ${title}\n\nImport from \`${door}\`.\n\n${index}`, ...names]
      .map((words) => renderMarkdown(words, taken));
    return {
      notebook: "",
      file: `reference${short === "" ? "" : `_${short}`}.html`,
      title,
      titleHtml: title,
      headings: parts.flatMap(({ headings }) => headings),
      html: `<div class="cell text">\n${parts.map(({ html }) => html).join("")}</div>`,
    };
  });
}
