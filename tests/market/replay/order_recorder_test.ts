import { assertEquals } from "@std/assert";
import { orderRecorder } from "../../../lib/market/replay/order_recorder.ts";

/** So many orders, ten microseconds apart, bought and sold in turn. */
const batch = (count: number, start = 0) => ({
  kind: "trades" as const,
  time: Float64Array.from({ length: count }, (_, i) => start + 10 * i),
  price: Float64Array.from({ length: count }, (_, i) => 100 + i % 7),
  quantity: new Float64Array(count).fill(1),
  aggressor: Int8Array.from({ length: count }, (_, i) => i % 2 ? -1 : 1),
});

Deno.test("orderRecorder() keeps orders across its chunks, in the steps asked for", () => {
  const recorder = orderRecorder(1);
  recorder.add(batch(200_000), 100_000);
  const { step, aggressor, reach } = recorder.orders(3, Float64Array.of(100, 200, 300))!;
  assertEquals(step.length, 20_000);
  assertEquals([step[0], step[9_999], step[10_000]], [0, 0, 1]);
  // The first is number 30 000: 100 + 30 000 mod 7 = 105, a buyer's; the next a seller's.
  assertEquals([aggressor[0], aggressor[1]], [1, -1]);
  assertEquals([reach[0], reach[1]], [5, 100 - 106]);
});

Deno.test("orderRecorder() lets all orders go where there are too many", () => {
  const recorder = orderRecorder(1, 100);
  recorder.add(batch(100), 1000);
  assertEquals(recorder.orders(0, Float64Array.of(100, 100))?.step.length, 100);
  recorder.add(batch(1, 1000), 1000);
  recorder.add(batch(5, 2000), 1000);
  assertEquals(recorder.orders(0, Float64Array.of(100, 100)), undefined);
});
