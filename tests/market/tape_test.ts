import { tapeOf } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";

const columns = { horizon: 2, midPrice: [100, 101], buyReach: [0.5], sellReach: [-Infinity] };

Deno.test("tapeOf() holds a copy of its columns on a grid of their length", () => {
  const midPrice = [100, 101, 99];
  const tape = tapeOf({
    horizon: 2,
    midPrice,
    buyReach: [0.5, Infinity],
    sellReach: [-1, -Infinity],
  });
  midPrice[0] = 0;
  assertEquals(tape.grid, { horizon: 2, steps: 2, dt: 1 });
  assertEquals([...tape.midPrice], [100, 101, 99]);
  assertEquals([...tape.buyReach], [0.5, Infinity]);
  assertEquals([...tape.sellReach], [-1, -Infinity]);
});

Deno.test("tapeOf() refuses columns that do not fit together", () => {
  assertThrows(
    () => tapeOf({ ...columns, buyReach: [1, 2] }),
    Error,
    "Cannot build tapeOf as length of buyReach must be one less than the number of mid-prices",
  );
  assertThrows(() => tapeOf({ ...columns, sellReach: [] }), Error, "length of sellReach");
  assertThrows(
    () => tapeOf({ horizon: 1, midPrice: [100], buyReach: [], sellReach: [] }),
    RangeError,
    "steps must be a whole number >= 1: current value is 0",
  );
  assertThrows(
    () => tapeOf({ horizon: 1, midPrice: [], buyReach: [], sellReach: [] }),
    Error,
    "Cannot build tapeOf as",
  );
});

Deno.test("tapeOf() refuses a price that is not finite and a reach that is no number, and names the place", () => {
  assertThrows(
    () => tapeOf({ ...columns, midPrice: [100, NaN] }),
    RangeError,
    "Cannot build tapeOf as midPrice[1] must be a finite number: current value is NaN",
  );
  assertThrows(() => tapeOf({ ...columns, midPrice: [Infinity, 1] }), RangeError, "midPrice[0]");
  assertThrows(
    () => tapeOf({ ...columns, sellReach: [NaN] }),
    RangeError,
    "Cannot build tapeOf as sellReach[0] must be a number or -Infinity: current value is NaN",
  );
});
