import { assertEquals, assertStringIncludes } from "@std/assert";
import { run, trades } from "./run_market.ts";

const rows = trades.trimEnd().split("\n").slice(1);

Deno.test("calibrate reads standard input, columns that are named, and says what it took them for", async () => {
  const renamed = trades.replace("time_us,price,quantity,aggressor", "ts,px,q,s");
  const path = new URL("../../lib/cli/calibrate.ts", import.meta.url).pathname;
  const columns = ["--columns", "time=ts,price=px,quantity=q,side=s", "--time-unit", "us"];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", path, "-", ...columns, "--replications", "40"],
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(renamed));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const [out, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assertEquals([code, errors], [0, ""]);
  assertStringIncludes(
    out,
    `standard input: ${rows.length} rows of columns as named, 2023-11-14T22:13:20Z`,
  );
  assertStringIncludes(
    out,
    "time ← ts (microseconds), price ← px, quantity ← q, side ← s (who crossed",
  );
});

Deno.test("calibrate refuses columns that are none, in one line with exit code 2", async () => {
  const files = { "t.csv": trades };
  const cases: readonly (readonly [columns: string, said: string])[] = [
    ["time=ts,prize=px", "must be KEY=COLUMN,… with keys among time, price"],
    ["time=time_us,price=price,quantity=quantity,time=ts", "ask_quantity, instrument, each once"],
    ["time=ts,price=px,quantity=q,side=s", "must have the columns that were named or be one"],
    ["time=time_us,price=price", "quantity must be among them"],
    ["price=price,quantity=quantity", "time must be among them"],
  ];
  for (const [columns, said] of cases) {
    const bad = columns.startsWith("time=ts,price")
      ? { "t.csv": trades.replace("time_us", "t") }
      : files;
    const { code, stdout, stderr } = await run("calibrate", bad, "--columns", columns);
    assertEquals([code, stdout, stderr.split("\n").length], [2, "", 1], stderr);
    assertStringIncludes(stderr, said);
  }
});
