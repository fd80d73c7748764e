import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { inFolder } from "../in_folder.ts";
import { quotes, trades } from "./run_market.ts";

const commands: Readonly<Record<string, readonly string[]>> = {
  simulate: ["--paths", "20", "--set", "steps=20", "--csv", "--report"],
  exact: ["--set", "steps=20", "--csv"],
  walk_forward: ["trades.csv", "quotes.csv", "--replications", "50", "--csv", "--report"],
};

/** Runs a command in a folder, where it may write. */
async function run(name: string, cwd: string, args: readonly string[]) {
  const path = new URL(`../../lib/cli/${name}.ts`, import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", "--allow-write", path, ...args],
    env: { NO_COLOR: "1" },
    cwd,
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

for (const [name, given] of Object.entries(commands)) {
  const args = given.filter((arg) => arg !== "--csv" && arg !== "--report");
  const flags = given.filter((arg) => arg === "--csv" || arg === "--report");

  Deno.test(`${name}: - is standard output, the file and nothing else, and no file of that name`, () =>
    inFolder(async (folder) => {
      Deno.writeTextFileSync(`${folder}/trades.csv`, trades);
      Deno.writeTextFileSync(`${folder}/quotes.csv`, quotes);
      const before = [...Deno.readDirSync(folder)].length;
      const timeless = (text: string) => text.replace(/"seconds":[^,}]+/g, "");
      for (const flag of flags) {
        const named = await run(name, folder, [...args, flag, "out"]);
        assertEquals(named.code, 0, named.stderr);
        const file = Deno.readTextFileSync(`${folder}/out`);
        Deno.removeSync(`${folder}/out`);
        const standard = await run(name, folder, [...args, flag, "-"]);
        assertEquals(standard.code, 0, standard.stderr);
        assert(timeless(standard.stdout) === timeless(file), `${flag} -`);

        const json = await run(name, folder, [...args, flag, "-", "--json"]);
        assertEquals([json.code, json.stdout], [2, ""]);
        assertStringIncludes(
          json.stderr,
          `Cannot write ${flag} - as standard output takes --json\n`,
        );
      }
      if (flags.length > 1) {
        const both = await run(name, folder, [...args, ...flags.flatMap((flag) => [flag, "-"])]);
        assertEquals([both.code, both.stdout], [2, ""]);
        assertStringIncludes(both.stderr, "as standard output is written by --");
      }
      assertEquals([...Deno.readDirSync(folder)].length, before);
    }));
}
