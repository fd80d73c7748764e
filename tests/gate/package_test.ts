import { assert, assertEquals } from "@std/assert";
import { projectFiles } from "./project_files.ts";
import { engineRooms } from "./directions.ts";
import { importsOf, roomOf } from "./source.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, root));

interface Config {
  readonly exports: Readonly<Record<string, string>>;
  readonly tasks: Readonly<
    Record<string, { readonly description: string; readonly command: string }>
  >;
}
const config: Config = JSON.parse(read("deno.json"));

async function published(): Promise<readonly string[]> {
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["publish", "--dry-run", "--allow-dirty"],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, text);
  return [...text.matchAll(/^\s+(file:\S+) \(/gm)]
    .map(([, url]) => decodeURI(url.slice(new URL(root).href.length)))
    .toSorted();
}

Deno.test("deno publish takes the library and the numbers of the course that it answers by: every file behind its doors, no command and no test", async () => {
  const files = await published();
  const needed = new Set(Object.values(config.exports).map((door) => door.replace("./", "")));
  for (const path of needed) {
    for (const target of importsOf({ path, text: read(path) })) {
      if (/\.(?:ts|json)$/.test(target)) needed.add(target);
    }
  }
  assertEquals([...needed].filter((path) => !files.includes(path)), []);
  const rooms = [...engineRooms, "notebook"];
  const others = files.filter((path) => !rooms.includes(roomOf(path) ?? ""));
  const course = ["notebooks/recorded_results.json", "notebooks/teaching/keys.json"];
  assertEquals(others, ["README.md", "deno.json", "mod.ts", ...course]);
});

Deno.test("every task has a line that says what it does, a file that is there, and a row in README", () => {
  const paths = projectFiles(root);
  const tasksTable = /^## Tasks$(.*?)^## /ms.exec(read("README.md"))?.[1] ?? "";
  const rows = tasksTable.split("\n").filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(0, line.indexOf("|", 1))).join();
  const named = [...rows.matchAll(/`([a-z-]+)/g)].map(([, name]) => name);
  assertEquals(named.toSorted(), Object.keys(config.tasks).toSorted());
  for (const [name, { description, command }] of Object.entries(config.tasks)) {
    assert(description.length > 0 && description.length <= 76, name);
    assert(!description.includes("\n"), name);
    assert(paths.includes(command.split(" ").at(-1)!), name);
  }
});
