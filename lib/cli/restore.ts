import { basename, join } from "node:path";
import { ownFolder } from "../jupyter/own_notebooks.ts";
import { committedChapters, committedText } from "../notebook_files/committed.ts";
import { writeWhole } from "../notebook_files/write_whole.ts";
import { printableName } from "../printable.ts";
import { UsageError } from "./flags.ts";

/**
 * Brings chapters back as they are committed, and keeps what stood in their place among one's own notebooks.
 *
 * @param folder The folder of the chapters.
 * @param names Beginnings of their names; at least one.
 * @param say Takes a line for each chapter.
 * @throws {UsageError} Where none is named, or none begins so.
 * @throws {Error} Where there is no git, or no repository.
 */
export async function restoreChapters(
  folder: string,
  names: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  if (names.length === 0) throw new UsageError("Cannot restore as no chapter is named");
  const committed = await committedChapters(folder);
  if (committed === undefined) {
    throw new Error("Cannot restore as this is no git repository, or git is not installed");
  }
  for (const name of chosenChapters("restore", committed, names)) {
    say(await restoreChapter(folder, name));
  }
}

/** Those of some chapters whose names begin with one of the words. */
export function chosenChapters(
  action: string,
  all: readonly string[],
  names: readonly string[],
): readonly string[] {
  const wanted = names.map((name) => basename(name));
  const unknown = wanted.find((name) => !all.some((chapter) => chapter.startsWith(name)));
  if (unknown !== undefined) {
    throw new UsageError(
      `Cannot ${action} ${printableName(unknown)} as no chapter's name begins so`,
    );
  }
  return all.filter((chapter) => wanted.some((name) => chapter.startsWith(name)));
}

async function restoreChapter(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const text = await committedText(path);
  if (text === undefined) throw new Error(`Cannot restore ${name} as git does not give it`);
  const here = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (here === text) return `${name} is as it is committed`;
  if (here === undefined) {
    await writeWhole(path, text);
    return `${name} is back`;
  }
  const kept = await freeName(join(folder, ownFolder), name);
  await Deno.mkdir(join(folder, ownFolder), { recursive: true });
  await writeWhole(join(folder, ownFolder, kept), here);
  await writeWhole(path, text);
  return `${name} is back; what stood there is ${ownFolder}/${kept}`;
}

/** `06_naive_versus_as_mine.ipynb`, or with a number where that is taken. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (let number = 1;; number++) {
    const ending = number === 1 ? "_mine.ipynb" : `_mine_${number}.ipynb`;
    const free = name.replace(/\.ipynb$/, ending);
    if (!taken.some((entry) => entry.name === free)) return free;
  }
}
