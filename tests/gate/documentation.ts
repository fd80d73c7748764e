/** A place in a text that names a file or heading that is not there. */
export type Broken = string;

/**
 * Finds relative links that lead nowhere.
 *
 * @param path The text's own path from the project's root.
 * @param markdown The text.
 * @param exists Whether a path from the project's root exists, as file or folder.
 */
export function findBrokenLinks(
  path: string,
  markdown: string,
  exists: (path: string) => boolean,
): readonly Broken[] {
  const text = withoutCode(markdown);
  const anchors = new Set(headings(text).map(slug));
  const targets = [
    ...text.matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...text.matchAll(/\b(?:href|src|srcset)="([^"]+)"/g),
    ...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
  ].map(([, target]) => target);
  return targets.flatMap((target) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return [];
    const [file, anchor] = target.split("#");
    if (file === "") {
      return anchors.has(anchor) ? [] : [`${path} links to #${anchor}: no such heading`];
    }
    const resolved = decodeURI(new URL(file, `file:///${path}`).pathname).slice(1);
    return exists(resolved.replace(/\/$/, "")) ? [] : [`${path} links to ${target}: no such file`];
  });
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^(```+|~~~+).*?^\1/gms, "").replace(/`[^`\n]*`/g, "");
}

function headings(text: string): string[] {
  return [...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => heading);
}

/** The anchor GitHub gives a heading. */
function slug(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
}

/**
 * Compares README's map of files with the files that are there.
 *
 * The map is the first fenced block under a heading with the word "map": an entry a line, its name
 * first, then words; what lies in a folder is indented by two spaces more.
 *
 * @param markdown README.
 * @param paths Every file of the project, from its root.
 */
export function findMapErrors(markdown: string, paths: readonly string[]): readonly Broken[] {
  const block = /^#+ [^\n]*\bmap\b[^\n]*\n.*?^```\w*\n(.*?)^```/ims.exec(markdown)?.[1];
  if (block === undefined) return ["README has no map of files"];
  const listed = readMap(block);
  const there = new Set(paths.flatMap(withParents));
  const expected = [...there].filter((path) =>
    /^(lib\/)?[^./][^/]*$/.test(path) && path !== "README.md"
  );
  return [
    ...listed.filter((path) => !there.has(path)).map((path) => `the map names ${path}: not there`),
    ...expected.filter((path) => !listed.includes(path)).map((path) =>
      `the map leaves out ${path}`
    ),
  ];
}

function readMap(block: string): string[] {
  const trail: string[] = [];
  return block.split("\n").filter((line) => line.trim() !== "").map((line) => {
    const depth = Math.floor(/^ */.exec(line)![0].length / 2);
    const name = line.trim().split(/\s/)[0].replace(/\/$/, "");
    trail.length = depth;
    trail[depth] = name;
    return trail.join("/");
  });
}

function withParents(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
