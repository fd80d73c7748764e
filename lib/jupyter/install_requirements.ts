import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { progressBar } from "../notebook/progress.ts";
import { lines } from "./lines.ts";

/** What {@linkcode installRequirements} installs, and where. */
export interface Installation {
  /** The Python to build the environment with. */
  readonly base: string;
  /** The environment's folder; what is there is replaced once the new one is whole. */
  readonly folder: string;
  /** A folder on the same disk, in which the new one is built. */
  readonly workshop: string;
  /** Path of the pinned and hashed requirements. */
  readonly requirements: string;
  /** Takes one line for the person who waits. */
  readonly say: (line: string) => void;
  /** What is installed, in words. @default {"JupyterLab into .venv"} */
  readonly what?: string;
}

/**
 * Builds a virtual environment and installs the pinned requirements, each file checked by its hash.
 *
 * It is built beside its place, checked by importing, and only then put there: a kill half-way leaves the old
 * one as it was.
 *
 * @throws {Error} Where a step fails; the message holds the tool's own words.
 */
export async function installRequirements(installation: Installation): Promise<void> {
  const { base, folder, workshop, requirements, say, what = "JupyterLab into .venv" } =
    installation;
  const packages = (await Deno.readTextFile(requirements)).match(/^[a-z]\S*==/gm)?.length ?? 0;
  say(`Installing ${what} (${packages} packages; this once)`);
  const fresh = join(workshop, "new_venv");
  const replaced = join(workshop, "old_venv");
  await Deno.mkdir(workshop, { recursive: true });
  await run("make .venv", base, ["-m", "venv", "--clear", fresh]);
  const tell = progressBar("Fetching packages"), total = Math.max(packages, 1);
  let fetched = 0;
  await run(`install ${what}`, pythonOf(fresh), [
    "-m",
    "pip",
    "install",
    "--no-input",
    "--disable-pip-version-check",
    "--no-deps",
    "--require-hashes",
    "--only-binary=:all:",
    "--progress-bar=off",
    "--retries=2",
    `--requirement=${requirements}`,
  ], (line) => {
    // The last is only begun when it is told; the end comes when all are in their place.
    if (line.startsWith("Collecting ")) tell(Math.min(fetched++, total - 1), total);
  });
  tell(total, total);
  const wrong = await whatIsWrong(fresh, requirements);
  if (wrong !== undefined) throw new Error(`Cannot install ${what} as ${wrong}`);
  await toldOfItsPlace(fresh, folder);
  const script = fileURLToPath(new URL("put_in_place.py", import.meta.url));
  await run(`put ${what}`, base, ["-I", script, fresh, folder, replaced]);
}

/** Path of the Python in an environment. */
export function pythonOf(folder: string): string {
  return Deno.build.os === "windows"
    ? join(folder, "Scripts", "python.exe")
    : join(folder, "bin", "python");
}

/**
 * Looks whether an environment holds what is pinned, by importing it.
 *
 * @returns What is wrong, in a few words; undefined where nothing is.
 */
export async function whatIsWrong(
  folder: string,
  requirements: string,
): Promise<string | undefined> {
  const script = fileURLToPath(new URL("check_environment.py", import.meta.url));
  try {
    const { success, stderr } = await new Deno.Command(pythonOf(folder), {
      args: ["-I", script, requirements],
      stdin: "null",
      stdout: "null",
    }).output();
    if (success) return undefined;
    return new TextDecoder().decode(stderr).trim().split("\n").at(-1) || "its Python does not run";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "it has no Python";
    throw error;
  }
}

/** Scripts of an environment name the Python that runs them by its whole path. */
async function toldOfItsPlace(fresh: string, folder: string): Promise<void> {
  const scripts = join(pythonOf(fresh), "..");
  for await (const { name, isFile } of Deno.readDir(scripts)) {
    const path = join(scripts, name);
    if (!isFile || name.endsWith(".exe")) continue;
    const text = await Deno.readTextFile(path);
    if (text.includes(fresh)) await Deno.writeTextFile(path, text.replaceAll(fresh, folder));
  }
}

/**
 * Fetches the npm packages behind the project's doors, and the bundler, so that no cell waits for a
 * download.
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
    env: { PYTHONNOUSERSITE: "1", PIP_USER: "0", NO_COLOR: "1", RUST_BACKTRACE: "0" },
  }).spawn();
  const [errors, { success }] = await Promise.all([
    Array.fromAsync(lines(child.stderr)),
    child.status,
    (async () => {
      for await (const line of lines(child.stdout)) onLine(line);
    })(),
  ]);
  if (success) return;
  if (errors.some((line) => unreachable.test(line))) {
    throw new Error(
      `Cannot ${action} as there is no network: the first set-up downloads, later ones do not`,
    );
  }
  const start = errors.findIndex((line) => /^error/i.test(line));
  const told = errors.slice(start < 0 ? -5 : start).slice(0, 8).join("\n");
  throw new Error(`Cannot ${action}:\n${told}`);
}

// The words of pip and of deno for a host that cannot be found or does not answer.
const unreachable =
  /name resolution|name or service not known|getaddrinfo|new connection|network is unreachable|connection refused|connect(ion)? (error|timed? ?out)|ConnectTimeout|dns error|error sending request|Errno 1100[14]|nodename nor servname/i;
