const NAME = "@digital-market-maker/lab";

/** The library's doors, each a file of the site. */
export const doors: Readonly<Record<string, string>> = {
  [NAME]: "lab.js",
  [`${NAME}/data`]: "data.js",
  [`${NAME}/several`]: "several.js",
  [`${NAME}/learning`]: "learning.js",
  [`${NAME}/notebook`]: "notebook.js",
  [`${NAME}/frames`]: "frames.js",
};

/**
 * Opens one of the library's doors.
 *
 * @param name What a cell imports.
 * @param base Address of the folder with the doors' files.
 * @returns The module.
 * @throws {TypeError} Where the name is no door of the library.
 */
export async function openDoor(
  name: string,
  base: string | URL,
): Promise<Readonly<Record<string, unknown>>> {
  const file = Object.hasOwn(doors, name) ? doors[name] : undefined;
  if (file === undefined) {
    throw new TypeError(
      `Cannot import ${name} as a page has only ${
        Object.keys(doors).join(", ")
      }: other packages need ` +
        "the notebooks on a machine of one's own",
    );
  }
  return await import(new URL(file, base).href);
}
