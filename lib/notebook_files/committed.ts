import { basename, dirname } from "node:path";
import { isChapter } from "./chapters.ts";

/**
 * A file as the repository's last commit has it.
 *
 * @param path The file, which need not be there any more.
 * @returns Its text; undefined where there is no git, no repository, or no such file in it.
 */
export async function committedText(path: string): Promise<string | undefined> {
  return await git(dirname(path), "show", `HEAD:./${basename(path)}`);
}

/** The names of the chapters that the last commit has in a folder; undefined where there is no git or repository. */
export async function committedChapters(folder: string): Promise<readonly string[] | undefined> {
  const listed = await git(folder, "ls-tree", "--name-only", "-z", "HEAD", "./");
  return listed?.split("\0").filter(isChapter);
}

async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      args: [...args],
      cwd: folder,
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotCapable) {
      return undefined;
    }
    throw error;
  }
}
