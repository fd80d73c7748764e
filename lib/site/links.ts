import { escaped, unescaped } from "../notebook/escaped.ts";

/** Where links may lead. */
export interface LinkTargets {
  /** Page by notebook: `02_order_flow_and_fills.ipynb` → `02_order_flow_and_fills.html`. */
  readonly pages: ReadonlyMap<string, string>;
  /** Identifiers of headings, by notebook. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  /** Address of the repository, for links to its files; without one they are words alone. */
  readonly repository?: string;
  /** Whether the repository holds a path, from its root. */
  readonly holds: (path: string) => boolean;
}

/** HTML with its links turned, and the links that lead nowhere. */
export interface Linked {
  readonly html: string;
  readonly broken: readonly string[];
}

/**
 * Turns a notebook's links into a page's: notebooks become pages, headings are found however they are
 * written, files of the repository are looked up there.
 *
 * @param html A rendered notebook.
 * @param from The notebook's name.
 * @returns The page's HTML, and a sentence for every link that leads nowhere.
 */
export function turnLinks(html: string, from: string, targets: LinkTargets): Linked {
  const broken: string[] = [];
  // Outputs bring links and scripts of their own: only those of the text are turned.
  const turned = html.replace(
    /<script\b[\s\S]*?<\/script>|<a\b([^>]*?)\shref="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g,
    (whole, before: string | undefined, href: string, after: string, words: string) => {
      if (before === undefined || /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(href)) return whole;
      const target = addressOf(decoded(href), from, targets);
      if (target === undefined) {
        broken.push(`${from} links to ${decoded(href)}, which is not there`);
        return whole;
      }
      if (target === "") return words;
      return `<a${before} href="${escaped(target)}"${after}>${words}</a>`;
    },
  );
  return { html: turned, broken };
}

/** The page's address for a notebook's link; nothing where it has none here, undefined where it is broken. */
function addressOf(href: string, from: string, targets: LinkTargets): string | undefined {
  const [path, fragment] = href.split("#");
  const whole = new URL(path, `file:///notebooks/${from}`).pathname.slice(1).replace(/\/$/, "");
  const notebook = path === "" ? from : decodeURIComponent(whole).replace(/^notebooks\//, "");
  const page = targets.pages.get(notebook);
  if (page !== undefined) {
    const file = path === "" ? "" : encodeURIComponent(page);
    if (fragment === undefined) return file;
    const id = targets.headings.get(notebook)?.find((one) => sameWords(one, fragment));
    return id === undefined ? undefined : `${file}#${encodeURIComponent(id)}`;
  }
  if (!targets.holds(decodeURIComponent(whole))) return undefined;
  const { repository } = targets;
  return repository === undefined ? "" : `${repository}/blob/HEAD/${whole}`;
}

/** Jupyter keeps capitals and signs in a heading's identifier, GitHub does not: either may be linked. */
function sameWords(id: string, fragment: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, "");
  return id === fragment || bare(id) === bare(fragment);
}

function decoded(href: string): string {
  const text = unescaped(href);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
