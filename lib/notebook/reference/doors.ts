const NAME = "@digital-market-maker/lab";

/** The library's doors: the names that cells import, and their files from the project's root. */
export const doors: Readonly<Record<string, string>> = {
  [NAME]: "mod.ts",
  [`${NAME}/data`]: "lib/data/mod.ts",
  [`${NAME}/several`]: "lib/several/mod.ts",
  [`${NAME}/learning`]: "lib/learning/mod.ts",
  [`${NAME}/notebook`]: "lib/notebook/mod.ts",
  [`${NAME}/frames`]: "lib/notebook/frames.ts",
};

/** A door's last word, such as `lab` or `frames`: its file has this name in a page. */
export function doorWord(door: string): string {
  return door.slice(door.lastIndexOf("/") + 1);
}
