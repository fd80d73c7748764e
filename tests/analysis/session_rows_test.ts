import {
  drawTape,
  returnSeries,
  scenario,
  sharpeRatio,
  streams,
  trade,
} from "@digital-market-maker/lab";
import { csv, daySums, sessionRows } from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const { market, grid, traders } = scenario("readme");
const sessions = [traders.naive, traders.as].map((trader) =>
  trade(drawTape(market, grid, streams("rows")), trader)
);
const start = Date.UTC(2024, 7, 8, 23, 55) * 1000;

Deno.test("csv() holds the session digit for digit, with the parts of the profit and ISO times", () => {
  for (const session of sessions) {
    const [header, ...rows] = csv(session, { start, capital: 5000 }).trimEnd().split("\n")
      .map((line) => line.split(","));
    assertEquals(rows.length, grid.steps);
    const column = (name: string) => rows.map((row) => Number(row[header.indexOf(name)]));
    assertEquals(column("wealth"), [...session.wealth.subarray(1)]);
    assertEquals(column("sold"), [...session.sold]);
    assertEquals(rows[0][0], "2024-08-08T23:55:01Z");
    assertEquals(rows[499][0], "2024-08-09T00:03:20Z");
    const gains = column("gain");
    const [spread, held, rebates, fees, costs] = [
      "spread",
      "inventory_gain",
      "rebates",
      "fees",
      "crossing_costs",
    ].map(column);
    gains.forEach((gain, n) =>
      assertAlmostEquals(spread[n] + held[n] + rebates[n] - fees[n] - costs[n], gain, 1e-9)
    );
    // A quote that did not stand is an empty field.
    const empty = rows.filter((row) => row[header.indexOf("bid")] === "").length;
    assertEquals(empty, session.bid.filter(Number.isNaN).length);
  }
});

Deno.test("sessionRows() gives returns whose Sharpe ratio is ours, whatever the capital", () => {
  for (const session of sessions) {
    for (const capital of [1, 5000, 1e6]) {
      // As empyrical and quantstats have it: mean over deviation (ddof 1) × √252.
      const returns = sessionRows(session, { capital }).columns.return as number[];
      const mean = returns.reduce((a, b) => a + b) / returns.length;
      const square = returns.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (returns.length - 1);
      const ours = sharpeRatio(returnSeries(session))!;
      assertAlmostEquals(mean / Math.sqrt(square) * Math.sqrt(252), ours, 1e-9 * Math.abs(ours));
    }
  }
});

Deno.test("sessionRows() survives JSON, which a session does not", () => {
  const [session] = sessions;
  const rows = sessionRows(session, { start });
  assertEquals(JSON.parse(JSON.stringify(rows)), rows);
  assert(
    Object.values(rows.columns).every((column) => Array.isArray(column) && column.length === 500),
  );
});

Deno.test("daySums() parts a session at midnight and sums to its profit", () => {
  for (const session of sessions) {
    const days = daySums(session, { start, capital: 200 });
    assertEquals(days.map(({ day }) => day), ["2024-08-08", "2024-08-09"]);
    const profit = session.wealth.at(-1)!;
    assertAlmostEquals(days[0].gain + days[1].gain, profit, 1e-9);
    assertAlmostEquals(days[0].return + days[1].return, profit / 200, 1e-9);
    assertAlmostEquals(days[0].gain, session.wealth[299], 1e-9);
  }
});

Deno.test("csv() refuses a capital that is none", () => {
  for (const capital of [0, -1, NaN]) {
    assertThrows(() => csv(sessions[0], { capital }), RangeError, "capital must be > 0");
  }
});
