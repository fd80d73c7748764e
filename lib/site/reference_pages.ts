import { entryMarkdown } from "../notebook/help.ts";
import type { Entry } from "../notebook/reference/reference.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";

/**
 * The library's reference as pages, one a door: every public name with signature, meaning, units, defaults and
 * an example.
 *
 * @param entries The reference.
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
      const [, ...rest] = entryMarkdown({ ...entry }, []).split("\n\n");
      return `## ${entry.name}\n\n${rest.join("\n\n")}`;
    });
    const words = `# ${title}\n\nImport from \`${door}\`.\n\n${index}\n\n${names.join("\n\n")}`;
    const { html, headings } = renderMarkdown(words);
    return {
      notebook: "",
      file: `reference${short === "" ? "" : `_${short}`}.html`,
      title,
      titleHtml: title,
      headings,
      html: `<div class="cell text">\n${html}</div>`,
      charts: false,
      scripts: [],
    };
  });
}
