import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { installRequirements, pythonOf } from "../../lib/jupyter/install_requirements.ts";
import { findPython } from "../../lib/jupyter/find_python.ts";

const root = new URL("../../", import.meta.url).pathname;
const requirements = join(root, "tests", "recipes", "requirements.txt");
const folder = join(root, ".cache", "recipes");

/** A Python with Dask as pinned; made once, and again when the pins change. */
async function pythonWithDask(): Promise<string> {
  const stamp = join(folder, "installed.txt"), pins = await Deno.readTextFile(requirements);
  if (await Deno.readTextFile(stamp).catch(() => "") !== pins) {
    const workshop = join(root, ".cache", "recipes_set_up");
    await installRequirements({ base: findPython()!, folder, workshop, requirements, say() {} });
    await Deno.writeTextFile(stamp, pins);
  }
  return pythonOf(folder);
}

const task = `${Deno.execPath()} task --quiet`;
const flags = ["--scenario", "toxic", "--paths", "2001", "--seed", "dask", "--set", "steps=80"];

async function run(command: string, ...args: readonly string[]) {
  const env = { NO_COLOR: "1", PYTHONDONTWRITEBYTECODE: "1" };
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd: root,
    env,
  })
    .output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), errors: text(stderr) };
}

const script = join(root, "tests", "recipes", "dask_shards.py");

Deno.test("dask_shards.py gives on a cluster of processes what simulate gives in one piece", async () => {
  const recipe = [script, "--task", task, "--shards", "5", "--json", ...flags];
  const merged = await run(await pythonWithDask(), ...recipe);
  assertEquals([merged.code, merged.errors], [0, ""]);
  const whole = await run(Deno.execPath(), "task", "--quiet", "simulate", "--json", ...flags);
  const { strategies, seconds, ...rest } = JSON.parse(merged.out);
  const { strategies: expected, seconds: _, ...promised } = JSON.parse(whole.out);
  assert(seconds > 0);
  assertEquals(rest, promised);
  for (const key of ["naive", "as"]) {
    const { quantiles, ...moments } = strategies[key], its = expected[key];
    assertEquals(moments.inventoryMin, its.inventoryMin);
    assertEquals(moments.inventoryMax, its.inventoryMax);
    for (const [name, value] of Object.entries<number>(moments)) {
      assertAlmostEquals(value, its[name], 1e-10 * its.sd, name);
    }
    for (const [level, value] of Object.entries<number>(quantiles)) {
      const distance = its.sd + Math.abs(its.quantiles[level] - its.mean);
      assertAlmostEquals(value, its.quantiles[level], distance / 1000, level);
    }
  }
});

Deno.test("dask_shards.py says in one line what simulate refuses", async () => {
  const recipe = [script, "--task", task, "--shards", "2", "--paths", "many"];
  const { code, out, errors } = await run(await pythonWithDask(), ...recipe);
  assertEquals([code, out], [1, ""]);
  assertEquals(errors.trimEnd().split("\n").length, 1, errors);
  assertStringIncludes(errors, "Cannot read --paths as it must be a whole number >= 1");
});
