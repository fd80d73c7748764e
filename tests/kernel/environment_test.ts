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
  assertStringIncludes((await setUp(project.root)).said[0], "Installing");
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
