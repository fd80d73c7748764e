import { join } from "node:path";
import { writeWhole } from "../notebook_files/write_whole.ts";
import {
  type Environment,
  fingerprint,
  holds,
  jupyterVariables,
  locked,
  projectRoot,
  pythonVersion,
} from "./environment.ts";
import { findPython } from "./find_python.ts";
import { installRequirements, pythonOf } from "./install_requirements.ts";

/**
 * Makes sure that `.cache/site_venv` holds what notebooks/requirements_site.txt names: what builds the site's
 * JupyterLite. It is not in `.venv`, where JupyterLab would load what is meant for JupyterLite.
 *
 * @param say Takes one line for the person who waits.
 * @param root The project's root.
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
  const installed = join(folder, "installed.txt");
  using _lock = await locked(workshop, say);
  const python = pythonOf(folder);
  const environment = { python, variables: jupyterVariables(root) };
  const now = async () => await fingerprint([requirements], await pythonVersion(python));
  if (await holds(installed, await now())) return environment;
  const base = findPython();
  if (base === undefined) return undefined;
  const what = "JupyterLite into .cache/site_venv";
  await installRequirements({ base, folder, workshop, requirements, say, what });
  await writeWhole(installed, await now());
  return environment;
}
