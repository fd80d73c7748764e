import { join } from "node:path";
import { progress } from "../notebook/progress.ts";
import { lines } from "./lines.ts";

/** What {@linkcode installRequirements} installs, and where. */
export interface Installation {
  /** The Python to build the environment with. */
  readonly base: string;
  /** The environment's folder; what is there is replaced. */
  readonly folder: string;
  /** The environment's Python. */
  readonly python: string;
  /** Path of the pinned and hashed requirements. */
  readonly requirements: string;
  /** Takes one line for the person who waits. */
  readonly say: (line: string) => void;
}

/**
 * Builds a virtual environment and installs the pinned requirements, each file checked by its hash.
 *
 * @param installation What to install, and where.
 * @throws {Error} Where a step fails; the message holds the tool's own words.
 */
export async function installRequirements(installation: Installation): Promise<void> {
  const { base, folder, python, requirements, say } = installation;
  const packages = (await Deno.readTextFile(requirements)).match(/^[a-z]\S*==/gm)?.length ?? 0;
  say(`Installing JupyterLab into .venv (${packages} packages; this once)`);
  await run("make .venv", base, ["-m", "venv", "--clear", folder]);
  const bar = progress(Math.max(packages, 1), "Fetching packages");
  let fetched = 0;
  try {
    await run("install JupyterLab into .venv", python, [
      "-m",
      "pip",
      "install",
      "--no-input",
      "--disable-pip-version-check",
      "--no-deps",
      "--require-hashes",
      "--only-binary=:all:",
      "--progress-bar=off",
      `--requirement=${requirements}`,
    ], (line) => {
      if (line.startsWith("Collecting ")) bar.report(Math.min(++fetched, packages));
    });
  } finally {
    bar.finish();
  }
}

/**
 * Fetches the npm packages behind the project's doors, and the bundler, so that no cell waits for a
 * download.
 *
 * @param root The project's root.
 * @param say Takes one line for the person who waits.
 */
export async function fetchPackages(root: string, say: (line: string) => void): Promise<void> {
  const config: unknown = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const doors = Object.values((config as { exports: Record<string, string> }).exports)
    .map((path) => join(root, path));
  say("Fetching the notebooks' npm packages");
  await run("fetch the npm packages", "deno", ["cache", "--quiet", "--frozen", ...doors]);
  // Explorables are bundled when a cell asks for them: the bundler itself comes with its first use.
  await run("fetch the bundler", "deno", ["bundle", "--quiet", "--platform=browser", doors[0]]);
}

async function run(
  action: string,
  program: string,
  args: readonly string[],
  onLine: (line: string) => void = () => {},
): Promise<void> {
  const child = new Deno.Command(program, {
    args: [...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { PYTHONNOUSERSITE: "1", PIP_USER: "0", NO_COLOR: "1" },
  }).spawn();
  const [errors, { success }] = await Promise.all([
    Array.fromAsync(lines(child.stderr)),
    child.status,
    (async () => {
      for await (const line of lines(child.stdout)) onLine(line);
    })(),
  ]);
  if (success) return;
  const start = errors.findIndex((line) => /^error/i.test(line));
  const told = errors.slice(start < 0 ? -5 : start).slice(0, 8).join("\n");
  throw new Error(`Cannot ${action}:\n${told}`);
}
