/** What a task may do: kinds of permission, each with what it is for, and why. `*` is everything. */
export type Permissions = Readonly<Record<string, Readonly<Record<string, string>>>>;

const setUp = {
  write: {
    ".venv": "the Python environment is installed there",
    ".cache": "where it is built, its lock, and Jupyter's own settings and log",
  },
  run: {
    python3: "makes the environment",
    python: "makes it where Python has this name",
    deno: "fetches the npm packages, so that no cell waits",
    ".venv/bin/python": "runs Jupyter, and what runs notebooks",
    ".venv/Scripts/python.exe": "the same on Windows",
    ".cache/set_up/new_venv/bin/python": "installs into the new environment, and looks it over",
    ".cache/set_up/new_venv/Scripts/python.exe": "the same on Windows",
  },
};
const hints = { npm_lifecycle_event: "hints name deno in the form in which it was started" };
const ownNotebooks = { "notebooks/my": "one's own notebooks, with one to start from" };
const git = { git: "what is compared, and brought back, is what is committed" };
const project = { ".": "the project, and nothing else" };
const anyFile = { "*": "files are where the user says" };
const registry = { "jsr.io": "asks once whether the registry answers" };

/**
 * Every permission of every task, with its reason: a test compares this with deno.json, so that no
 * task may do more from one day to the next.
 */
export const reasons: Readonly<Record<string, Permissions>> = {
  reproduce: {
    read: project,
    write: { ...setUp.write, ...ownNotebooks },
    run: { ...setUp.run, ...git },
    env: hints,
  },
  lab: {
    read: project,
    write: { ...setUp.write, ...ownNotebooks },
    run: setUp.run,
    env: hints,
    net: { "127.0.0.1": "looks for a free port, and asks the server whether it is up" },
    sys: { uid: "Jupyter wants to be told where the user is root" },
  },
  notebooks: {
    read: project,
    write: {
      ...setUp.write,
      notebooks: "outputs are written back",
      ".github": "README's picture is the contents page's",
    },
    run: { ...setUp.run, ...git },
    env: hints,
  },
  site: {
    read: { "*": "notebooks may be anywhere, and packages are in Deno's own cache" },
    write: { "*": "the pages go where the user says" },
    run: { "*": "deno and esbuild bundle scripts, Python builds JupyterLite" },
    env: { "*": "esbuild and the highlighter look around" },
    net: { "127.0.0.1": "--serve" },
  },
  firefox: { all: { "*": "it drives a browser, which may do anything itself" } },
  simulate: {
    read: { "*": "workers read the library, and --out may be anywhere" },
    write: { "*": "--out; without it this is given back before the start" },
    env: hints,
  },
  merge: { read: anyFile, env: hints },
  bench: {
    read: project,
    write: setUp.write,
    run: { "*": "a compiler, and the program that it makes" },
  },
  returns: {
    read: { "*": "the system's Python is looked for" },
    write: { ".cache": "an environment of its own, and the files that Python reads" },
    run: { "*": "Python, and the Python of the new environment" },
  },
  kernel: {
    read: project,
    write: { "lib/monte_carlo/kernel": "the compiled kernel is a file of the library" },
    env: { "*": "the compiler looks around" },
  },
  exact: {
    read: { "*": "where a file goes is looked at first" },
    write: { "*": "--report and --csv; without them this is given back before the start" },
    env: hints,
  },
  exercises: {
    read: project,
    write: { notebooks: "they stand there, and what is right" },
    run: { deno: "formats what was made" },
    env: hints,
  },
  choose: { env: hints },
  papers: { env: hints },
  calibrate: { read: anyFile, env: hints },
  "walk-forward": {
    read: anyFile,
    write: { "*": "--report and --csv; without them this is given back before the start" },
    env: hints,
  },
  "fetch-data": {
    read: { "*": "what is there already is not fetched again" },
    write: { "*": "--folder may be anywhere" },
    net: { "data.binance.vision": "the archive" },
    env: hints,
  },
  check: {
    read: project,
    write: { ".cache": "notebook cells as modules, and settings without Deno's types" },
    run: { deno: "format, lint, types and documentation are its own commands" },
    env: { JSR_URL: "where the registry is", ...hints },
    net: registry,
  },
  test: {
    read: { "*": "the system's browser and Python are looked for" },
    write: { ".cache": "reports, and what tests write" },
    run: { deno: "runs the tests", python3: "is it there?", python: "is it there?" },
    env: { "*": "CI, PATH, the folder for temporary files, CHROMIUM_PATH" },
    net: registry,
  },
  mutate: {
    read: { "*": "tests look for programs" },
    write: { ".cache": "the copies" },
    run: { "*": "only who may run everything may end a group of programs" },
    env: { JSR_URL: "where the registry is" },
    net: registry,
  },
};

/**
 * Reads what a task's command line grants.
 *
 * @param command Such as `deno run --allow-read=.,data lib/cli/x.ts`.
 * @returns Kinds, each with what it is granted for; `*` where nothing narrows it. Flags that are no
 * permission, such as `--unstable-x`, are kinds of their own.
 */
export function granted(command: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  const words = command.split(/\s+/).slice(2, -1);
  for (const word of words) {
    if (harmless.includes(word)) continue;
    const [, kind, list] = /^--allow-([a-z]+)(?:=(.*))?$/.exec(word) ?? [];
    (found[kind ?? short[word] ?? word] ??= []).push(...list?.split(",") ?? ["*"]);
  }
  return found;
}

// A small nursery frees the short-lived rows of market files sooner: ten million are read within 300 MB.
const harmless = ["-q", "--no-prompt", "--v8-flags=--max-semi-space-size=2"];
const short: Readonly<Record<string, string>> = {
  "-A": "all",
  "-R": "read",
  "-W": "write",
  "-N": "net",
  "-E": "env",
};

/**
 * Compares what a task may do with the reasons for it.
 *
 * @param task The task's name.
 * @param command Its command line.
 * @param why Its reasons.
 * @returns A sentence for each permission without a reason, and each reason without a permission.
 */
export function unreasoned(
  task: string,
  command: string,
  why: Permissions | undefined,
): readonly string[] {
  if (why === undefined) return [`${task} has no reasons for what it may do`];
  const pairs = (from: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(from).flatMap(([kind, items]) => items.map((item) => `${kind} ${item}`));
  const may = pairs(granted(command));
  const known = pairs(
    Object.fromEntries(Object.entries(why).map(([kind, items]) => [kind, Object.keys(items)])),
  );
  return [
    ...may.filter((one) => !known.includes(one)).map((one) => `${task} may ${one}: no reason`),
    ...known.filter((one) => !may.includes(one)).map((one) => `${task} may not ${one}`),
  ];
}
