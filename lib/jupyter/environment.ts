import { denoCommand } from "../deno_command.ts";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  fetchPackages,
  type Installation,
  installRequirements,
  pythonOf,
  whatIsWrong,
} from "./install_requirements.ts";
import { denoKernel, kernelLogo } from "./kernelspec.ts";
import { findPython, pythonAdvice } from "./find_python.ts";
import { labSettings } from "./lab_settings.ts";
import { writeWhole } from "../notebook_files/write_whole.ts";

/** A Python environment that holds JupyterLab, nbclient and our kernel. */
export interface Environment {
  /** Path of its Python. */
  readonly python: string;
  /** Variables for every program of Jupyter's: all it writes stays inside the project. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The project's root. */
export const projectRoot: string = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Makes sure that `.venv` holds what notebooks/requirements.txt names, and our kernelspec.
 *
 * The first time this downloads and installs; later it reuses what is there, until the requirements
 * or the Python change. A damaged environment is built again, once. Of two that set up at once the second
 * waits for the first. The kernelspec names the very deno that runs this, so it is looked at each
 * time. Nothing outside the project is touched.
 *
 * @param say Takes one line for the person who waits.
 * @returns How to run Python there.
 * @throws {Error} Where Python is missing or the installation fails; the message says what to do.
 */
export async function setUpEnvironment(
  say: (line: string) => void = console.log,
  root: string = projectRoot,
): Promise<Environment> {
  const folder = join(root, ".venv");
  const workshop = join(root, ".cache", "set_up");
  using _lock = await locked(workshop, say);
  const requirements = join(root, "notebooks", "requirements.txt");
  const made = await bringUpToDate({ folder, workshop, requirements, say });
  if (!made) throw new Error(`${pythonAdvice}. ${worksWithout}`);
  const fetched = join(folder, "fetched.txt");
  const lock = await fingerprint([join(root, "deno.json"), join(root, "deno.lock")], "");
  if (await readIfThere(fetched) !== lock) {
    await fetchPackages(root, say);
    await writeWhole(fetched, lock);
  }
  for (const [path, content] of [denoKernel(Deno.execPath()), kernelLogo(), ...labSettings()]) {
    await writeIfDifferent(join(folder, ...path.split("/")), content);
  }
  return { python: pythonOf(folder), variables: jupyterVariables(root) };
}

/**
 * Builds an environment where the one that stands there is damaged, or is not what its requirements name.
 *
 * @returns Whether it stands there now; false on a machine without Python.
 * @throws {Error} Where the installation fails.
 */
export async function bringUpToDate(wanted: Omit<Installation, "base">): Promise<boolean> {
  const { folder, requirements, say } = wanted;
  const installed = join(folder, "installed.txt");
  const now = async () => await fingerprint([requirements], await pythonVersion(pythonOf(folder)));
  const isCurrent = await readIfThere(installed) === await now();
  const damage = isCurrent ? await whatIsWrong(folder, requirements) : undefined;
  if (isCurrent && damage === undefined) return true;
  if (damage !== undefined) say(`${basename(folder)} is damaged (${damage}): building it again`);
  const base = findPython();
  if (base === undefined) return false;
  await installRequirements({ ...wanted, base });
  await writeWhole(installed, await now());
  return true;
}

/** Lets one piece of work at a time into a folder; the system takes the lock back from a program that was killed. */
export async function locked(
  folder: string,
  say: (line: string) => void,
  work = "set-up",
): Promise<Disposable> {
  await Deno.mkdir(folder, { recursive: true });
  const file = await Deno.open(join(folder, "lock"), { write: true, create: true });
  if (!await file.tryLock(true)) {
    say(`Another ${work} is at work: waiting for it`);
    await file.lock(true);
  }
  return file;
}

const worksWithout = `Without it the library, \`${denoCommand("task simulate")}\` and most of \`${
  denoCommand("task test")
}\` still work`;

/** Changes whenever one of the files or the note does. */
async function fingerprint(paths: readonly string[], note: string): Promise<string> {
  const texts = await Promise.all(paths.map((path) => Deno.readTextFile(path)));
  const bytes = new TextEncoder().encode(texts.join("\0"));
  return `${new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex()} ${note}\n`;
}

/** What a Python says of itself; `no Python` where it does not run. */
async function pythonVersion(python: string): Promise<string> {
  try {
    const { success, stdout } = await new Deno.Command(python, {
      args: ["-Ic", "import sys; print(sys.version)"],
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).trim() : "no Python";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "no Python";
    throw error;
  }
}

/** Variables that keep all that Jupyter writes inside the project. */
export function jupyterVariables(root: string): Record<string, string> {
  const home = join(root, ".cache", "jupyter");
  return {
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
    IPYTHONDIR: join(home, "ipython"),
    JUPYTER_PREFER_ENV_PATH: "1",
    PYTHONNOUSERSITE: "1",
    // A person's own settings for other Pythons and Jupyters would lead astray; empty is unset.
    ...Object.fromEntries(
      ["JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "PYTHONPATH", "PYTHONHOME"].map((name) => [name, ""]),
    ),
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function writeIfDifferent(path: string, content: string): Promise<void> {
  if (await readIfThere(path) === content) return;
  await Deno.mkdir(join(path, ".."), { recursive: true });
  await writeWhole(path, content);
}
