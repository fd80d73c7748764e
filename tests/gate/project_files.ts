const skipped = new Set([".git", ".venv", ".cache", ".site", "node_modules"]);

/**
 * Lists the project's files, without those that tasks and tools make.
 *
 * @param root The project's root.
 * @returns Paths relative to the root, with `/`, sorted.
 */
export function projectFiles(root: string | URL = "."): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    const base = root instanceof URL ? new URL(folder, root) : `${root}/${folder}`;
    for (const entry of Deno.readDirSync(base)) {
      const path = folder + entry.name;
      if (entry.isDirectory && !skipped.has(entry.name)) visit(`${path}/`);
      if (entry.isFile) found.push(path);
    }
  };
  visit("");
  return found.toSorted();
}
