import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { exactRows } from "../../lib/cli/exact_rows.ts";
import { exactTable, isSolved } from "../../lib/cli/exact_text.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { importsOf } from "../gate/source.ts";

const command = new URL("../../lib/cli/exact.ts", import.meta.url).pathname;

async function run(...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", command, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

Deno.test("exact --json prints the promised object, and needs no permission for it", async () => {
  const { code, stdout } = await run("--scenario", "paper", "--json");
  assertEquals(code, 0);
  const { strategies, truncation, seconds, ...rest } = JSON.parse(stdout);
  assertEquals(Object.keys(rest), ["scenario", "parameters", "steps"]);
  assertEquals([rest.scenario, rest.steps], ["paper", 200]);
  assertEquals(seconds > 0, true);
  assertEquals(truncation.as, { maxLots: 170, lostProbability: 0 });
  assertEquals(Object.keys(strategies.as), [
    "mean",
    "sd",
    "finalInventoryMean",
    "finalInventorySd",
    "takerUnits",
    "takerTrades",
    "certaintyEquivalent",
    "certaintyEquivalentNote",
  ]);
  assertAlmostEquals(strategies.as.mean, 64.8925, 5e-5);
  assertAlmostEquals(strategies.as.sd, 6.5432, 5e-5);
  assertAlmostEquals(strategies.naive.finalInventorySd, 8.3994, 5e-5);
});

Deno.test("exact refuses a trader who cannot be built before it solves anybody, and names him", () => {
  const uneven = [{ value: undefined, scenario: scenario("paper", { decay: { bid: 1, ask: 2 } }) }];
  const told: unknown[] = [];
  const progress = (...done: readonly unknown[]) => told.push(done);
  const { message } = assertThrows(
    () => exactRows(uneven as never, ["as", "glft", "saturating"], { worth: true, progress }),
    Error,
    "Cannot build policy saturating as decay must be the same for bid and ask",
  );
  assertEquals([told, /glft serves sides that differ/.test(message)], [[], true]);
});

Deno.test("exact takes --set and tells mistakes in one line, with exit code 2", async () => {
  const { code, stdout } = await run("--set", "breach=flatten", "--set", "steps=100", "--json");
  assertEquals([code, JSON.parse(stdout).parameters.breach], [0, "flatten"]);
  for (const flags of [["--paths", "10"], ["--scenario", "foo"], ["--set", "limit=-1"]]) {
    const { code, stdout, stderr } = await run(...flags);
    assertEquals([code, stdout, stderr.trimEnd().split("\n").length], [2, "", 1], stderr);
  }
});

Deno.test("exactTable() shows both traders, a dash where there is no certainty equivalent", () => {
  const gbm = { value: undefined, scenario: scenario("gbm") };
  const rows = exactRows([gbm], ["naive", "as"], { worth: true, progress: () => {} });
  const lines = exactTable(rows.filter(isSolved)).split("\n");
  assertStringIncludes(lines[2], "Naive     211.9250  316.2013   0.0000");
  assertStringIncludes(lines[3], "AS");
  assertEquals(lines[3].endsWith("–"), true);
});

Deno.test("exact loads nothing that simulates", () => {
  const root = new URL("../../", import.meta.url);
  const loaded = new Set(["lib/cli/exact.ts"]);
  for (const path of loaded) {
    // Types are gone when it runs, and what draws is loaded where something is drawn.
    const text = Deno.readTextFileSync(new URL(path, root))
      .replace(/^import type .*?;$/gms, "").replaceAll("await import(", "");
    for (const target of importsOf({ path, text })) if (target.endsWith(".ts")) loaded.add(target);
  }
  assert(loaded.has("lib/scenario/scenario.ts"));
  assertEquals([...loaded].filter((path) => /monte_carlo|shard|simulat/.test(path)), []);
});
