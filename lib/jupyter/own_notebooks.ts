import { join } from "node:path";
import { writeWhole } from "../notebook_files/write_whole.ts";

/** The folder for one's own notebooks, beside the chapters: git does not see it, and no task runs what is in it. */
export const ownFolder = "my";

const starter = new URL("../notebook_files/starter.ipynb", import.meta.url);

/**
 * Makes the folder for one's own notebooks, with one to start from. Where there is such a folder already, nothing
 * in it is touched.
 *
 * @param notebooks The folder of the chapters.
 * @returns Whether it was made.
 */
export async function makeOwnFolder(notebooks: string): Promise<boolean> {
  const folder = join(notebooks, ownFolder);
  try {
    await Deno.mkdir(folder);
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return false;
    throw error;
  }
  await writeWhole(join(folder, "first_notebook.ipynb"), await Deno.readTextFile(starter));
  return true;
}
