/** Whether a file's name is a chapter's, `06_naive_versus_as.ipynb`: all others are a person's own. */
export function isChapter(name: string): boolean {
  return /^\d\d_.*\.ipynb$/.test(name);
}

/** The names of a folder's chapters, in the order of the course; those in folders below are none. */
export async function chaptersIn(folder: string): Promise<readonly string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.filter(({ name, isFile }) => isFile && isChapter(name)).map(({ name }) => name)
    .toSorted();
}
