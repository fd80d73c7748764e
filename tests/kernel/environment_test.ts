import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";

/** A project whose notebooks need one small package, in a folder that is removed afterwards. */
async function smallProject(): Promise<
  { readonly root: string; readonly requirements: string } & AsyncDisposable
> {
  const root = await Deno.makeTempDir();
  const requirements = join(root, "notebooks", "requirements.txt");
  const all = await Deno.readTextFile(join(projectRoot, "notebooks", "requirements.txt"));
  const one = all.match(/^webencodings==[^]*?(?=^\S|(?![^]))/m)?.[0] ?? "";
  await Deno.mkdir(dirname(requirements));
  await Deno.writeTextFile(requirements, one);
  const config = { name: "@a/b", version: "1.0.0", exports: { ".": "./mod.ts" } };
  const files = {
    "deno.json": JSON.stringify(config),
    "deno.lock": '{"version":"5"}',
    "mod.ts": "",
  };
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(root, name), text);
  }
  return {
    root,
    requirements,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

const ZEROS = "0".repeat(64);

async function setUp(root: string) {
  const said: string[] = [];
  return { said, ...await setUpEnvironment((line) => said.push(line), root) };
}

Deno.test("setUpEnvironment() installs what is pinned, reuses it, and installs again on a change", async () => {
  await using project = await smallProject();
  const { said, python, variables } = await setUp(project.root);
  assertStringIncludes(said[0], "Installing JupyterLab into .venv");
  const found = await new Deno.Command(python, {
    args: ["-c", "import sys, webencodings; print(sys.prefix)"],
    env: { ...variables },
  }).output();
  assertEquals(new TextDecoder().decode(found.stdout).trim(), join(project.root, ".venv"));
  for (const [name, folder] of Object.entries(variables)) {
    if (/_DIR$|^IPYTHONDIR$/.test(name)) assertStringIncludes(folder, project.root);
  }

  const file = join(project.root, ".venv", "share", "jupyter", "kernels", "deno", "kernel.json");
  const spec = JSON.parse(await Deno.readTextFile(file));
  assertEquals(spec.argv[0], Deno.execPath());
  assertEquals([spec.display_name, spec.interrupt_mode], ["Deno", "message"]);
  await Deno.writeTextFile(file, "{}");
  assertEquals((await setUp(project.root)).said, []);
  assertEquals(JSON.parse(await Deno.readTextFile(file)), spec);

  const text = await Deno.readTextFile(project.requirements);
  await Deno.writeTextFile(project.requirements, text.replace(/sha256:\w+/g, `sha256:${ZEROS}`));
  const error = await assertRejects(() => setUp(project.root), Error, "Cannot install JupyterLab");
  assertMatch((error as Error).message, /DO NOT MATCH THE HASHES/);
  await Deno.writeTextFile(project.requirements, text);
  // The environment that was there has stayed whole.
  assertEquals((await setUp(project.root)).said, []);
});

/** Sets a project up in a program of its own, so that it can be killed. */
function setUpElsewhere(root: string, env: Readonly<Record<string, string>> = {}) {
  const module = new URL("../../lib/jupyter/environment.ts", import.meta.url).href;
  const code = `const { setUpEnvironment } = await import(${JSON.stringify(module)});
    await setUpEnvironment(console.log, ${JSON.stringify(root)})
      .then(() => console.log("done"), (e) => console.log(e.message));`;
  return new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "null",
  }).spawn();
}

async function imports(python: string): Promise<boolean> {
  return (await new Deno.Command(python, { args: ["-c", "import webencodings"] }).output()).success;
}

Deno.test("setUpEnvironment(): of two at once, one waits for the other", async () => {
  await using project = await smallProject();
  const texts = await Promise.all([1, 2].map(async () => {
    const { stdout } = await setUpElsewhere(project.root).output();
    return new TextDecoder().decode(stdout);
  }));
  for (const text of texts) assertStringIncludes(text, "done");
  const installed = texts.filter((text) => text.includes("Installing JupyterLab"));
  assertEquals(installed.length, 1);
  assertEquals(texts.filter((text) => text.includes("waiting for it")).length, 1);
});

Deno.test("setUpEnvironment(): killed half-way, it leaves what was there, and the next one heals", async () => {
  await using project = await smallProject();
  const { python } = await setUp(project.root);
  // Other requirements, so that it builds anew.
  const text = await Deno.readTextFile(project.requirements);
  await Deno.writeTextFile(project.requirements, `${text}# changed\n`);
  const child = setUpElsewhere(project.root);
  const reader = child.stdout.getReader();
  await reader.read();
  const fresh = join(project.root, ".cache", "set_up", "new_venv");
  while (!await Deno.stat(fresh).catch(() => undefined)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  reader.releaseLock();
  await child.stdout.cancel();
  await child.status;
  assertEquals(await imports(python), true);
  await setUp(project.root);
  assertEquals(await imports(python), true);
  assertEquals((await setUp(project.root)).said, []);
});

Deno.test("setUpEnvironment(): a damaged environment is built again, once, and its scripts run", async () => {
  await using project = await smallProject();
  const { python } = await setUp(project.root);
  const found = new Deno.Command(python, {
    args: ["-c", "import webencodings, os; print(os.path.dirname(webencodings.__file__))"],
  }).outputSync();
  const folder = new TextDecoder().decode(found.stdout).trim();
  const packages = [...Deno.readDirSync(join(folder, ".."))].map(({ name }) => name);
  const record = packages.find((name) => /^webencodings-.*dist-info$/.test(name))!;
  await Deno.remove(join(folder, "..", record), { recursive: true });
  const { said } = await setUp(project.root);
  assertMatch(said[0], /^\.venv is damaged \(webencodings .*\): building it again$/);
  assertEquals(await imports(python), true);
  const pip = join(python, "..", "pip");
  assertEquals((await new Deno.Command(pip, { args: ["--version"] }).output()).success, true);
});

Deno.test("setUpEnvironment() without a network says so, in one sentence", async () => {
  await using project = await smallProject();
  const nowhere = { PIP_INDEX_URL: "http://127.0.0.1:9/simple", PIP_NO_CACHE_DIR: "1" };
  const { stdout } = await setUpElsewhere(project.root, nowhere).output();
  const told = new TextDecoder().decode(stdout).trim().split("\n").at(-1);
  assertMatch(`${told}`, /^Cannot install JupyterLab into \.venv as there is no network: [^\n]*$/);
});

Deno.test("setUpEnvironment() without Python says what to install and what works without", async () => {
  await using project = await smallProject();
  const module = new URL("../../lib/jupyter/environment.ts", import.meta.url).href;
  const code = `const { setUpEnvironment } = await import(${JSON.stringify(module)});
    await setUpEnvironment(console.log, ${
    JSON.stringify(project.root)
  }).catch((e) => console.log(e.message));`;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    env: { PATH: project.root, NO_COLOR: "1" },
  }).output();
  const told = new TextDecoder().decode(stdout).trim();
  assertMatch(told, /^Python 3\.10 or newer[^\n]*missing[^\n]*python3-venv[^\n]*still work$/);
});

Deno.test("setUpEnvironment() needs no more than its tasks may do, for a first set-up and for the next", async () => {
  await using project = await smallProject();
  const { tasks } = JSON.parse(await Deno.readTextFile(join(projectRoot, "deno.json")));
  const module = new URL("../../lib/jupyter/environment.ts", import.meta.url).href;
  const code = `import { setUpEnvironment } from ${JSON.stringify(module)};
    await setUpEnvironment(console.log, Deno.cwd());
    console.log("done");`;
  await Deno.writeTextFile(join(project.root, "set_up.ts"), code);
  for (const task of ["reproduce", "lab", "notebooks"]) {
    const flags = tasks[task].command.split(" ").slice(1, -1);
    // Other requirements, so that it builds anew over what is there.
    await Deno.writeTextFile(project.requirements, `# ${task}\n`, { append: true });
    const { stdout, stderr } = await new Deno.Command("deno", {
      args: [...flags, "--no-lock", "set_up.ts"],
      cwd: project.root,
      env: { NO_COLOR: "1" },
    }).output();
    const said = new TextDecoder().decode(stdout);
    assertStringIncludes(said, "Installing JupyterLab into .venv");
    assertStringIncludes(said, "done", new TextDecoder().decode(stderr));
  }
});
