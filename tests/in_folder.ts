/** Runs something in a folder that is removed afterwards. */
export async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await act(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs something with files in a folder of its own; it is told their paths. */
export async function withFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  act: (path: (name: string) => string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const path = (name: string) => `${folder}/${name}`;
    for (const [name, contents] of Object.entries(files)) {
      const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
      await Deno.writeFile(path(name), bytes);
    }
    await act(path);
  });
}

/** What stands in a folder, by name. */
export const namesIn = (folder: string): readonly string[] =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
