import { coarseTape, drawTape, scenario, streams, tapeOf } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";

const { market, grid } = scenario("readme");
const tape = drawTape(market, grid, streams("coarse"));

Deno.test("coarseTape() fills a standing quote where some short step would have, at its own price", () => {
  for (const every of [1, 2, 5, 7, 100]) {
    const coarse = coarseTape(tape, every);
    assertEquals(coarse.grid.steps, Math.floor(500 / every));
    for (let n = 0; n < coarse.grid.steps; n++) {
      const mid = tape.midPrice[n * every];
      assertEquals(coarse.midPrice[n], mid);
      for (const depth of [0.2, 0.65, 1.4]) {
        const met = (side: 1 | -1) =>
          Array.from({ length: every }, (_, i) => n * every + i).some((at) => {
            const reach = (side === 1 ? tape.buyReach : tape.sellReach)[at];
            return reach > 0 && side * tape.midPrice[at] + reach > side * mid + depth;
          });
        assertEquals(coarse.buyReach[n] > depth, met(1));
        assertEquals(coarse.sellReach[n] > depth, met(-1));
      }
    }
  }
});

Deno.test("coarseTape() keeps the moment, and refuses what it cannot do", () => {
  const columns = { midPrice: [1, 1, 1], buyReach: [1, 1], sellReach: [1, 1], horizon: 2 };
  assertEquals(coarseTape(tapeOf({ ...columns, start: 5 }), 2).start, 5);
  // The fifth day of a recording by a clock of its own.
  assertEquals(coarseTape({ ...tapeOf(columns), start: 4e11 }, 2).start, 4e11);
  assertEquals("start" in coarseTape(tapeOf(columns), 2), false);
  assertThrows(() => coarseTape(tapeOf(columns), 3), RangeError, "at most the 2 steps");
  assertThrows(() => coarseTape(tapeOf(columns), 0), RangeError, "every must be");
  assertThrows(() => coarseTape(tapeOf({ ...columns, gaps: [1] }), 1), TypeError, "without gaps");
});
