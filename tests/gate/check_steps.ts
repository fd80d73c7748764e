import { denoCommand } from "../../lib/deno_command.ts";
import { joinCells, nameCells } from "./notebook_cells.ts";
import type { SourceFile } from "./source.ts";

/** What a step found: the text to show, or undefined where all is well. */
export type Finding = string | undefined;

/**
 * Runs `deno` and keeps what it prints.
 *
 * @param args Its arguments.
 * @returns What it printed where it failed; undefined where it did not.
 */
export async function deno(...args: readonly string[]): Promise<Finding> {
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: [...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
  }).output();
  if (success) return undefined;
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  const root = Deno.cwd();
  return text
    .replace(/^(Check|Download) .*\n/gm, "")
    .replaceAll(`file://${root}/`, "")
    .replaceAll(`${root}/`, "")
    .trim() || `deno ${args[0]} failed`;
}

/**
 * Names the files that `deno fmt` would change.
 *
 * @param paths Where to look, by default the whole project.
 * @returns Their names, and what to do.
 */
export async function checkFormat(...paths: readonly string[]): Promise<Finding> {
  const found = await deno("fmt", "--check", ...paths);
  const named = found === undefined ? [] : [...found.matchAll(/^from (.*):$/gm)];
  if (named.length === 0) return found;
  const files: string[] = [];
  for (const [, file] of named) {
    if (!file.endsWith(".ipynb") || await notebookWouldChange(file)) files.push(`  ${file}`);
  }
  if (files.length === 0) return undefined;
  return [`Not formatted (${denoCommand("fmt")} puts it right):`, ...files].join("\n");
}

/** Deno 2.9.6 names every notebook with code as unformatted, also those that it leaves as they are. */
async function notebookWouldChange(path: string): Promise<boolean> {
  const text = await Deno.readFile(path);
  const child = new Deno.Command("deno", {
    args: ["fmt", "--ext=ipynb", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter();
  const written = writer.write(text).then(() => writer.close());
  const [{ success, stdout }] = await Promise.all([child.output(), written]);
  return !success || new TextDecoder().decode(stdout) !== new TextDecoder().decode(text);
}

/**
 * Type-checks modules as another project would: with our names, and types of its own choice.
 *
 * @param lib The types it knows, such as the browser's without Deno's; none are Deno's usual ones.
 * @param entries The modules.
 * @returns What is wrong.
 */
export async function checkElsewhere(
  lib: readonly string[] | undefined,
  ...entries: readonly string[]
): Promise<Finding> {
  const { imports } = JSON.parse(await Deno.readTextFile("deno.json"));
  const folder = `.cache/elsewhere/${lib?.join("_") ?? "deno"}`;
  const compilerOptions = lib === undefined ? {} : { lib };
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    `${folder}/deno.json`,
    JSON.stringify({ imports, lock: false, nodeModulesDir: "none", compilerOptions }),
  );
  return await deno("check", "--config", `${folder}/deno.json`, ...entries);
}

/**
 * Type-checks the code cells of notebooks, each notebook as one module.
 *
 * @param notebooks The notebooks.
 * @param flags More flags for `deno check`, such as the import map.
 * @returns What is wrong, by notebook, cell and line.
 */
export async function checkCells(
  notebooks: readonly SourceFile[],
  flags: readonly string[],
): Promise<Finding> {
  if (notebooks.length === 0) return undefined;
  await Deno.mkdir(".cache", { recursive: true });
  // One folder below the root, as the notebooks are: relative imports mean the same.
  const modules = notebooks.map(({ path, text }) => {
    const name = path.replaceAll("/", "_").replace(/\.ipynb$/, "");
    return { path, file: `${name}.cells.ts`, ...joinCells(text) };
  });
  for (const { file, text } of modules) await Deno.writeTextFile(`.cache/${file}`, text);
  const found = await deno("check", ...flags, ...modules.map(({ file }) => `.cache/${file}`));
  return found === undefined ? undefined : modules.reduce(
    (text, { path, file, origin }) => nameCells(text, file, path, origin),
    found,
  );
}
