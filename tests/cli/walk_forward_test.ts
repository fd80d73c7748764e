import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { inFolder } from "../in_folder.ts";
import { recordedMarkets } from "../market/replay/recorded_markets.ts";

const command = new URL("../../lib/cli/walk_forward.ts", import.meta.url).pathname;

/** A market's files in a folder that is removed afterwards. */
const withFiles = (
  { trades, quotes }: { readonly trades: string; readonly quotes: string },
  act: (files: readonly string[], folder: string) => Promise<void>,
) =>
  inFolder(async (folder) => {
    const files = [`${folder}/trades.csv`, `${folder}/quotes.csv`];
    Deno.writeTextFileSync(files[0], trades);
    Deno.writeTextFileSync(files[1], quotes);
    await act(files, folder);
  });

const run = (...args: readonly string[]) => runAllowed([], ...args);

async function runAllowed(allowed: readonly string[], ...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", ...allowed, command, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  // A slow machine hears of progress too.
  const told = decode(stderr).split("\n").filter((line) => !/ \[[#.]+\] /.test(line));
  return { code, stdout: decode(stdout), stderr: told.join("\n").trimEnd() };
}

for (const { name, trades, quotes } of recordedMarkets()) {
  Deno.test(`walk-forward of ${name}, as tables and as JSON`, async () => {
    await withFiles({ trades, quotes }, async (files) => {
      const flags = ["--windows", "2", "--replications", "100", "--latency", "50"];
      const { code, stdout, stderr } = await run(...files, ...flags, "--rebate=-0.0001", "--json");
      assertEquals([code, stderr], [0, ""]);
      const { windows, traders, rebate } = JSON.parse(stdout);
      assertEquals([windows.length, rebate], [2, -0.0001]);
      assertEquals(Object.keys(traders), ["naive", "as", "glft"]);
      for (const { attribution, markouts, profit } of Object.values<typeof traders.as>(traders)) {
        assert(attribution.rebates < 0);
        assertEquals(markouts.map(({ time }: { time: number }) => time), [1, 5, 10, 30]);
        assertEquals(profit.interval.length, 2);
      }
      for (
        const { fills, causes, profitAt, attribution } of Object.values<typeof traders.as>(traders)
      ) {
        const made = causes.prints + causes.ranOver;
        assert(Math.abs(made - fills) < 1e-9);
        assertEquals(profitAt.map(({ rebate }: { rebate: number }) => rebate), [
          0,
          0.00005,
          -0.0001,
        ]);
        assert(Math.abs(profitAt[2].profit - attribution.profit) < 1e-6);
        assert(Math.abs(profitAt[0].profit - attribution.profit + attribution.rebates) < 1e-6);
      }
      const table = await run(...files);
      assertEquals([table.code, table.stderr], [0, ""]);
      assertStringIncludes(table.stdout, "No impact");
      assertStringIncludes(table.stdout, "before fees, ");
    });
  });
}

Deno.test("walk-forward writes a page and a CSV whose numbers are those of its JSON", async () => {
  const [{ trades, quotes }] = recordedMarkets();
  await withFiles({ trades, quotes }, async (files, folder) => {
    const [page, table] = [`${folder}/report.html`, `${folder}/steps.csv`];
    const flags = ["--windows", "2", "--replications", "50", "--json", "--capital", "1000"];
    const { code, stdout, stderr } = await runAllowed(
      [`--allow-write=${folder}`],
      ...[...files, ...flags, "--report", page, "--csv", table],
    );
    assertEquals([code, stderr], [0, ""]);
    const json = JSON.parse(stdout);
    const html = Deno.readTextFileSync(page);
    const numbers = /<script type="application\/json" id="numbers">(.*?)<\/script>/s.exec(html)![1];
    assertEquals(JSON.parse(numbers), json);
    assert(!/(src|href)=/.test(html.replace(numbers, "")), "the page must need nothing beside it");
    assert(html.split("<svg").length > 5);
    assertStringIncludes(html, `${json.traders.naive.profit.value.toFixed(2)}`.slice(0, 4));

    const [header, ...rows] = Deno.readTextFileSync(table).trimEnd().split("\n")
      .map((line) => line.split(","));
    const [name, gain, share] = ["trader", "gain", "return"].map((word) => header.indexOf(word));
    for (const { name: trader, profit } of Object.values<typeof json.traders.as>(json.traders)) {
      const own = rows.filter((row) => row[name] === trader);
      const sum = (place: number) => own.reduce((total, row) => total + Number(row[place]), 0);
      assert(Math.abs(sum(gain) - profit.value) < 1e-6 * (1 + Math.abs(profit.value)));
      assert(Math.abs(1000 * sum(share) - profit.value) < 1e-6 * (1 + Math.abs(profit.value)));
      const times = own.map((row) => Date.parse(row[header.indexOf("time")]));
      assert(times.every((time, i) => i === 0 || time > times[i - 1]));
      assertEquals(times.at(-1), Date.parse(json.replay.span.end));
    }
  });
});

Deno.test("walk-forward tells mistakes in one line, with exit code 2 or 1", async () => {
  const wrong = [
    ["--train", "1", "x"],
    ["--train", "0", "x"],
    ["--windows", "0", "x"],
    ["--limit", "2000", "x"],
    ["--limit", "1e9", "x"],
    ["--risk-aversion", "0", "x"],
    ["--rebate", "abc", "x"],
    ["--paths", "7", "x"],
    [],
  ];
  for (const args of wrong) {
    const { code, stdout, stderr } = await run(...args);
    assertEquals([code, stdout, stderr.split("\n").length], [2, "", 1], stderr);
  }
  const { code, stderr } = await run("there-is-no-such-file.csv");
  assertEquals([code, stderr], [1, "Cannot open there-is-no-such-file.csv: there is no such file"]);
});

Deno.test("walk-forward says what must hold of windows and shares that the recording has no room for", async () => {
  const [{ trades, quotes }] = recordedMarkets();
  await withFiles({ trades, quotes }, async (files) => {
    const wrong: readonly (readonly [flags: readonly string[], words: RegExp])[] = [
      [
        ["--windows", "100000"],
        /windows must be at most the \d+ steps traded: current value is 1e?\d+\n?$/,
      ],
      [["--train", "1e-6"], /train must be so large that at least one of the \d+ steps is/],
      [["--train", "0.999999"], /windows must be at most the 0 steps traded|as /],
      [["--block", "1e6"], /block must be at most the \d+ steps/],
      [["--threshold", "1e9"], /reaches beyond 1000000000 must be/],
    ];
    for (const [flags, words] of wrong) {
      const { code, stdout, stderr } = await run(...files, ...flags);
      assertEquals([code, stdout, stderr.split("\n").length], [2, "", 1], stderr);
      assertMatch(stderr, words);
    }
  });
});

Deno.test("walk-forward --traders trades Naive and whom it names, and tells the nearest name", async () => {
  const [{ trades, quotes }] = recordedMarkets();
  await withFiles({ trades, quotes }, async (files) => {
    const flags = ["--traders", "saturating,cj", "--replications", "50", "--json"];
    const { code, stdout } = await run(...files, ...flags);
    assertEquals(code, 0);
    const { traders, byRule } = JSON.parse(stdout);
    assertEquals(Object.keys(traders), ["naive", "saturating", "cj"]);
    assertEquals(Object.keys(byRule.touch), ["naive", "saturating", "cj"]);
    const wrong = await run(...files, "--traders", "gltf");
    assertEquals([wrong.code, wrong.stdout], [2, ""]);
    assertStringIncludes(wrong.stderr, "did you mean glft?");
  });
});
