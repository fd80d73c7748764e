import { execution, naive, tapeOf, trade } from "@digital-market-maker/lab";
import { csv, daySums, readMarket, replay, sessionRows } from "@digital-market-maker/lab/data";
import { assertEquals, assertThrows } from "@std/assert";
import { sliceTape } from "../../lib/market/slice_tape.ts";

const trader = { strategy: naive({ halfSpread: 1 }), execution: execution() };
const flat = (steps: number) => ({
  horizon: steps,
  midPrice: new Array(steps + 1).fill(9),
  buyReach: new Array(steps).fill(-Infinity),
  sellReach: new Array(steps).fill(-Infinity),
});

Deno.test("trade() keeps the moment at which a recorded tape started", () => {
  const start = Date.UTC(2024, 7, 8, 23, 59, 58) * 1000;
  const session = trade(tapeOf({ ...flat(4), start }), trader);
  assertEquals(session.start, start);
  assertEquals(sessionRows(session).time.map((at) => at.slice(11)), [
    "23:59:59Z",
    "00:00:00Z",
    "00:00:01Z",
    "00:00:02Z",
  ]);
  assertEquals(daySums(session).map(({ day }) => day), ["2024-08-08", "2024-08-09"]);
  // A start that is asked for goes before.
  assertEquals(sessionRows(session, { start: 0 }).time[0], "1970-01-01T00:00:01Z");
  assertEquals(csv(session).split("\n")[1].split(",")[0], "2024-08-08T23:59:59Z");
});

Deno.test("trade() on a tape that was drawn knows no moment, and its rows begin with 1970", () => {
  const session = trade(tapeOf(flat(2)), trader);
  assertEquals([session.start, "start" in session], [undefined, false]);
  assertEquals(sessionRows(session).time[1], "1970-01-01T00:00:02Z");
});

Deno.test("a session's times go on after a gap when the recording did, and so do those of its parts", () => {
  const tape = tapeOf({ ...flat(6), start: 0, gaps: [1, 4], gapLengths: [100, 5000] });
  const seconds = (tape: Parameters<typeof trade>[0]) =>
    sessionRows(trade(tape, trader)).time.map((at) => Date.parse(at) / 1000);
  const all = [1, 101, 102, 103, 5103, 5104];
  assertEquals(seconds(tape), all);
  for (let from = 0; from < 6; from++) {
    for (let to = from + 1; to <= 6; to++) {
      assertEquals(seconds(sliceTape(tape, from, to)), all.slice(from, to), `${from} … ${to}`);
    }
  }
});

Deno.test("replay() tells the tape when it started and how long its gaps were", async () => {
  const at = (second: number) => 1_700_000_000_000_000 + 1e6 * second;
  const rows = [0, 1, 2, 3, 500, 501, 502, 503].flatMap((second) => [
    `${at(second)},100,1,buy`,
    `${at(second) + 10},99,1,sell`,
  ]);
  const files = [readMarket(["time_us,price,quantity,aggressor", ...rows, ""].join("\n"))];
  const { tape, start, stretchStarts } = await replay(files, { dt: 1, longestGap: 60 });
  assertEquals(tape.start, start);
  const { time } = sessionRows(trade(tape, trader));
  const gap = tape.gaps![0];
  assertEquals(Date.parse(time[gap]), stretchStarts[1] / 1000);
  assertEquals(Date.parse(time[gap + 1]), stretchStarts[1] / 1000 + 1000);
});

Deno.test("tapeOf() refuses moments that are none", () => {
  const wrong = [
    [{ start: NaN }, RangeError, "start must be a finite number"],
    [{ gaps: [1], gapLengths: [0] }, RangeError, "gapLengths[0] must be > 0"],
    [{ gaps: [1], gapLengths: [1, 2] }, RangeError, "length of gapLengths must be"],
  ] as const;
  for (const [columns, kind, words] of wrong) {
    assertThrows(() => tapeOf({ ...flat(3), ...columns }), kind, words);
  }
});
