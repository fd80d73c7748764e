import type { PathsSummary } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { runTask } from "../simulate_task.ts";
import { inFolder } from "../../in_folder.ts";

const flags = ["--scenario", "toxic", "--paths", "1001", "--seed", "six", "--set", "steps=60"];

async function writeShards(folder: string, of: number, ...more: readonly string[]) {
  const names = Array.from({ length: of }, (_, i) => `${folder}/${i + 1}.json`);
  for (const [i, name] of names.entries()) {
    const shard = ["--shard", `${i + 1}/${of}`, "--out", name];
    const { code, out, errors } = await runTask("simulate", ...flags, ...shard, ...more);
    assertEquals([code, errors], [0, ""]);
    assertStringIncludes(out, `Wrote shard ${i + 1} of ${of} (paths `);
  }
  return names;
}

Deno.test("deno task merge of shards is deno task simulate in one piece, as JSON and as a table", async () => {
  await inFolder(async (folder) => {
    const names = await writeShards(folder, 3);
    const merged = await runTask("merge", "--json", ...names.toReversed());
    const whole = await runTask("simulate", "--json", ...flags);
    assertEquals([merged.code, merged.errors, whole.code], [0, "", 0]);
    const { strategies, seconds, ...run } = JSON.parse(merged.out);
    const { strategies: expected, seconds: _, ...promised } = JSON.parse(whole.out);
    assertEquals(run, promised);
    assert(seconds > 0);
    for (const key of ["naive", "as"] as const) {
      const mine: PathsSummary = strategies[key], its: PathsSummary = expected[key];
      assertEquals(Object.keys(mine), Object.keys(its));
      assertEquals([mine.inventoryMin, mine.inventoryMax], [its.inventoryMin, its.inventoryMax]);
      const numbers = ["mean", "sd", "standardError", "takerUnits", "takerTrades"] as const;
      for (const what of [...numbers, "sharpeMean"] as const) {
        assertAlmostEquals(
          mine[what]!,
          its[what]!,
          1e-11 * Math.max(its.sd!, Math.abs(its[what]!)),
          what,
        );
      }
      for (const level of ["5", "25", "50", "75", "95"] as const) {
        const distance = its.sd! + Math.abs(its.quantiles[level] - its.mean);
        assertAlmostEquals(mine.quantiles[level], its.quantiles[level], distance / 1000);
      }
    }

    const table = await runTask("merge", ...names);
    const lines = (text: string) => text.split("\n").map((line) => line.split(/ {2,}/)[0]);
    assertEquals(lines(table.out), lines((await runTask("simulate", ...flags)).out));

    const missing = await runTask("merge", names[0], names[2]);
    assertEquals([missing.code, missing.out], [1, ""]);
    assertEquals(missing.errors, "Cannot merge as shard 2 of 3 is missing\n");
  });
});

Deno.test("deno task simulate --shard prints the shard where no file is named, or -", async () => {
  const printed = await runTask("simulate", ...flags, "--shard", "2/4");
  const dash = await runTask(
    "simulate",
    ...flags,
    "--shard",
    "2/4",
    "--out",
    "-",
    "--workers",
    "2",
  );
  assertEquals([printed.code, printed.errors, dash.code, dash.errors], [0, "", 0, ""]);
  const [first, second] = [printed, dash].map(({ out }) => ({ ...JSON.parse(out), seconds: 0 }));
  assertEquals(first.shard, { index: 2, of: 4, firstPath: 250, paths: 250 });
  assertEquals(second, first);
});

const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
  ...["0/4", "5/4", "1", "1/0", "a/b", "1/4/2", "-1/4", "1.5/4", "01/4"].map((shard) =>
    [
      [`--shard=${shard}`],
      "Cannot read --shard as it must be i/n with i from 1 to n",
    ] as const
  ),
  [
    ["--shard", "1/1002"],
    "Cannot read --shard as it must be i/n with n at most the number of paths",
  ],
  [["--shard="], 'Cannot read --shard as it must be some text: current value is ""'],
  [["--out", "x.json"], "Cannot read --out as it needs --shard"],
];

Deno.test("deno task simulate answers a wrong shard with one line, exit code 2, and no file", async () => {
  for (const [args, message] of mistakes) {
    const { code, out, errors } = await runTask("simulate", ...flags, ...args);
    assertEquals([code, out], [2, ""], args.join(" "));
    assertStringIncludes(errors, message);
    assertEquals(errors.trimEnd().split("\n").length, 1, errors);
  }
});

Deno.test("deno task simulate says before the work that a file cannot be written", async () => {
  await inFolder(async (folder) => {
    const long = ["--paths", "100000000", "--shard", "1/1", "--out", `${folder}/none/x.json`];
    const { code, out, errors } = await runTask("simulate", ...long);
    assertEquals([code, out], [2, ""]);
    assertStringIncludes(
      errors,
      `Cannot write --out ${folder}/none/x.json as its folder is not there: `,
    );
    assertEquals(errors.trimEnd().split("\n").length, 1);
  });
});

Deno.test("deno task simulate needs no permission to write where no file is named", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-prompt", "--allow-read=lib", "lib/cli/simulate.ts", "--shard", "1/1"],
    cwd: new URL("../../../", import.meta.url),
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
});

Deno.test("deno task merge without files is bad usage; without its file, bad data", async () => {
  const none = await runTask("merge");
  assertEquals([none.code, none.out], [2, ""]);
  assertStringIncludes(none.errors, "Cannot merge as no file was given");
  const gone = await runTask("merge", "nowhere.json");
  assertEquals([gone.code, gone.errors], [
    1,
    "Cannot read nowhere.json as it is not there\n",
  ]);
  const flag = await runTask("merge", "--jsn");
  assertEquals(flag.code, 2);
});
