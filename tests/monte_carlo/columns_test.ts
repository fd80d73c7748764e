import { scenario, simulate, timeGrid } from "@digital-market-maker/lab";
import { assert, assertEquals } from "@std/assert";
import { ownColumn, sharedColumn, unitsColumn } from "../../lib/monte_carlo/columns.ts";

const makes = (orderSize: number, steps: number) =>
  unitsColumn(ownColumn, orderSize, timeGrid({ horizon: 1, steps }))(3);

Deno.test("unitsColumn() takes half the room only where every inventory is a float32 of its own", () => {
  for (const [orderSize, steps] of [[1, 500], [0.5, 100_000], [2.0625, 200], [100, 5000]]) {
    const column = makes(orderSize, steps);
    assert(column instanceof Float32Array, `${orderSize}, ${steps}`);
    for (let orders = -2 * steps; orders <= 2 * steps; orders++) {
      const units = orders * orderSize;
      if (Math.fround(units) !== units) throw new Error(`${units} is lost`);
    }
  }
  for (const [orderSize, steps] of [[0.1, 500], [1 / 3, 1], [1, 1e6], [1e6 + 1, 500]]) {
    assert(makes(orderSize, steps) instanceof Float64Array, `${orderSize}, ${steps}`);
  }
});

Deno.test("unitsColumn() makes columns of the length asked for, shared where columns are", () => {
  for (const length of [0, 1, 2, 7]) {
    const grid = timeGrid({ horizon: 1, steps: 5 });
    const column = unitsColumn(sharedColumn, 1, grid)(length);
    assert(column instanceof Float32Array && column.buffer instanceof SharedArrayBuffer);
    assertEquals(column.length, length);
  }
});

Deno.test("simulate() counts in units of any size: a tenth of the order, a tenth of the units", () => {
  const finalsOf = (orderSize: number) => {
    const sized = scenario("readme", { orderSize });
    return simulate({ ...sized, paths: 40, seed: 2 }).traders.naive.finals;
  };
  const whole = finalsOf(1), tenth = finalsOf(0.1);
  assert(whole.lowestInventory instanceof Float32Array);
  assert(tenth.lowestInventory instanceof Float64Array);
  const orders = [...tenth.lowestInventory].map((units) => Math.round(units * 10));
  assertEquals(orders, [...whole.lowestInventory].map((units) => units));
});
