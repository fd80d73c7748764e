import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { recordedMarkets } from "../market/replay/recorded_markets.ts";

const command = new URL("../../lib/cli/walk_forward.ts", import.meta.url).pathname;

async function run(...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", command, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr).trimEnd() };
}

for (const { name, trades, quotes } of recordedMarkets()) {
  Deno.test(`walk-forward of ${name}, as tables and as JSON`, async () => {
    const folder = Deno.makeTempDirSync();
    try {
      const files = [`${folder}/trades.csv`, `${folder}/quotes.csv`];
      Deno.writeTextFileSync(files[0], trades);
      Deno.writeTextFileSync(files[1], quotes);
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
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  });
}

Deno.test("walk-forward tells mistakes in one line, with exit code 2 or 1", async () => {
  const wrong = [
    ["--train", "1", "x"],
    ["--train", "0", "x"],
    ["--windows", "0", "x"],
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
