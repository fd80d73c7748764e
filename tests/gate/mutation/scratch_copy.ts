import { dirname, join } from "node:path";
import { importMapFlags } from "../import_map.ts";
import { projectFiles } from "../project_files.ts";

/** A copy of the project in which mistakes can be made. */
export interface ScratchCopy {
  /** Its folder. */
  readonly root: string;
  /** What `deno test` needs there to find every import. */
  readonly flags: readonly string[];
}

/**
 * Copies the project's files to a folder: sources, tests, notebooks; not .git, .venv or caches.
 *
 * @param project The project's root.
 * @param root Where the copy goes; what is there is replaced.
 * @param online Whether JSR answers.
 * @returns The copy.
 */
export async function scratchCopy(
  project: string,
  root: string,
  online: boolean,
): Promise<ScratchCopy> {
  await removeIfThere(root);
  for (const path of projectFiles(project)) {
    const target = join(root, path);
    await Deno.mkdir(dirname(target), { recursive: true });
    await Deno.copyFile(join(project, path), target);
  }
  return { root, flags: importMapFlags(online, root) };
}

/** Removes a folder, if it is there. */
export async function removeIfThere(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
