import { doors, doorWord } from "../../notebook/reference/doors.ts";

/**
 * Opens one of the library's doors.
 *
 * @param base Address of the folder with the doors' files.
 * @throws {TypeError} Where the name is no door of the library.
 */
export async function openDoor(
  name: string,
  base: string | URL,
): Promise<Readonly<Record<string, unknown>>> {
  if (!Object.hasOwn(doors, name)) {
    const there = Object.keys(doors).join(", ");
    throw new TypeError(
      `Cannot import ${name} as a page has only ${there}: ` +
        "other packages need the notebooks on a machine of one's own",
    );
  }
  return await import(new URL(`${doorWord(name)}.js`, base).href);
}
