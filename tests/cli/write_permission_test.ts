import { assert, assertEquals } from "@std/assert";
import { drawTape, scenario, streams } from "@digital-market-maker/lab";
import { marketCsv } from "@digital-market-maker/lab/data";
import { tasks } from "../gate/tasks.ts";
import { inFolder } from "../in_folder.ts";

const root = new URL("../../", import.meta.url);

/**
 * Runs a task as deno.json has it, and tries to write a file whenever it prints.
 *
 * @returns What came of the tries: `written`, or the errors' names, each once.
 */
async function tries(name: string, args: readonly string[]): Promise<readonly string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const probe = `${folder}/probe.ts`;
    await Deno.writeTextFile(
      probe,
      `const { log } = console;
      console.log = (...words) => {
        try {
          Deno.writeTextFileSync(${JSON.stringify(`${folder}/trace`)}, "");
          console.error("try: written");
        } catch (error) {
          console.error("try: " + error.name);
        }
        log(...words);
      };`,
    );
    const [, ...command] = tasks[name].command.split(" ");
    const { code, stdout, stderr } = await new Deno.Command("deno", {
      args: [command[0], `--preload=${probe}`, ...command.slice(1), ...args],
      cwd: root,
      env: { NO_COLOR: "1" },
    }).output();
    const [out, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    assertEquals(code, 0, errors);
    assert(out.length > 0);
    return [...new Set([...errors.matchAll(/^try: (\w+)$/gm)].map(([, what]) => what))];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const few = ["--paths", "20", "--set", "steps=20"];

for (
  const args of [[], ["--json"], ["--workers", "2"], ["--shard", "1/2"], [
    "--shard",
    "1/2",
    "--out",
    "-",
  ]]
) {
  Deno.test(`deno task simulate ${args.join(" ")} cannot write once it has started`, async () => {
    assertEquals(await tries("simulate", [...few, ...args]), ["NotCapable"]);
  });
}

Deno.test("deno task simulate --out keeps the right to write: the tries see what they should", async () => {
  const out = await Deno.makeTempFile();
  try {
    const found = await tries("simulate", [...few, "--shard", "1/2", "--out", out]);
    assertEquals(found, ["written"]);
  } finally {
    await Deno.remove(out);
  }
});

Deno.test("deno task exact cannot write once it has started", async () => {
  assertEquals(await tries("exact", ["--set", "steps=20"]), ["NotCapable"]);
});

Deno.test("deno task walk-forward cannot write without --report and --csv", async () => {
  const { market, grid } = scenario("readme", { steps: 400, horizon: 400 });
  const { trades, quotes } = marketCsv(drawTape(market, grid, streams(1)));
  await inFolder(async (folder) => {
    const files = [`${folder}/trades.csv`, `${folder}/quotes.csv`];
    await Deno.writeTextFile(files[0], trades);
    await Deno.writeTextFile(files[1], quotes);
    const args = [...files, "--dt", "1", "--replications", "20"];
    assertEquals(await tries("walk-forward", args), ["NotCapable"]);
    assertEquals(await tries("walk-forward", [...args, "--csv", `${folder}/a.csv`]), ["written"]);
  });
});
