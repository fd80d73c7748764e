import { engineRooms } from "./directions.ts";
import { roomOf, type SourceFile, withoutComments } from "./source.ts";

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const list = /^export (?:type )?\{([^}]*)\}(?:\s*from\s*"([^"]+)")?/gm;
const everything = /^export (?:type )?\* from\s*"([^"]+)"/gm;

/** The doors of the engine: each runs in a browser. */
export const engineDoors = [
  "mod.ts",
  "lib/data/mod.ts",
  "lib/several/mod.ts",
  "lib/learning/mod.ts",
];

/**
 * Finds public symbols of the engine that none of its doors exports, and functions exported without an
 * example.
 *
 * A symbol with an example is public. (That types used by public symbols are public too is the
 * business of `deno doc --lint`.)
 *
 * @param files Files of lib/ and mod.ts.
 * @returns A sentence for each.
 */
export function findWrongDoors(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const open = new Set(engineDoors.flatMap((door) => [...exported(door, byPath, new Set())]));
  return files
    .filter(({ path }) => engineRooms.includes(roomOf(path) ?? "none"))
    .flatMap((file) =>
      [...file.text.matchAll(declaration)].flatMap(({ 0: start, 1: name, index }) => {
        const isOpen = open.has(`${file.path} ${name}`);
        const hasExample = commentBefore(file.text.slice(0, index)).includes("@example");
        if (hasExample && !isOpen) return [`no door exports ${name} of ${file.path}`];
        return isOpen && !hasExample && start.includes("function ")
          ? [`${file.path}: ${name} is public and has no example`]
          : [];
      })
    );
}

function commentBefore(text: string): string {
  return text.trimEnd().endsWith("*/") ? text.slice(text.lastIndexOf("/**")) : "";
}

/** Everything a file lets out, as `path name` of the declaring file. */
function exported(
  path: string,
  files: ReadonlyMap<string, SourceFile>,
  seen: Set<string>,
): Set<string> {
  const file = files.get(path);
  if (file === undefined || seen.has(path)) return new Set();
  seen.add(path);
  const code = withoutComments(file.text);
  const at = (specifier: string) => new URL(specifier, `file:///${path}`).pathname.slice(1);
  const names = new Set([...code.matchAll(declaration)].map(([, name]) => `${path} ${name}`));
  for (const [, target] of code.matchAll(everything)) {
    for (const name of exported(at(target), files, new Set(seen))) names.add(name);
  }
  for (const [, inner, target] of code.matchAll(list)) {
    if (target === undefined) continue;
    const through = exported(at(target), files, new Set(seen));
    for (const item of inner.split(",")) {
      const name = item.trim().replace(/^type /, "").split(" as ")[0];
      for (const full of through) if (full.endsWith(` ${name}`)) names.add(full);
    }
  }
  return names;
}
