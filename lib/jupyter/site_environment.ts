import { join } from "node:path";
import {
  bringUpToDate,
  type Environment,
  jupyterVariables,
  locked,
  projectRoot,
} from "./environment.ts";
import { pythonOf } from "./install_requirements.ts";

/**
 * Makes sure that `.cache/site_venv` holds what notebooks/requirements_site.txt names: what builds the site's
 * JupyterLite. It is not in `.venv`, where JupyterLab would load what is meant for JupyterLite.
 *
 * @param say Takes one line for the person who waits.
 * @returns How to run its Python; undefined on a machine without Python.
 * @throws {Error} Where the installation fails.
 */
export async function setUpSiteEnvironment(
  say: (line: string) => void = console.log,
  root: string = projectRoot,
): Promise<Environment | undefined> {
  const folder = join(root, ".cache", "site_venv");
  const workshop = join(root, ".cache", "set_up");
  const requirements = join(root, "notebooks", "requirements_site.txt");
  using _lock = await locked(workshop, say);
  const what = "JupyterLite into .cache/site_venv";
  const made = await bringUpToDate({ folder, workshop, requirements, say, what });
  return made ? { python: pythonOf(folder), variables: jupyterVariables(root) } : undefined;
}
