import { assertEquals } from "@std/assert";
import { type OrderRecorder, orderRecorder } from "../../../lib/market/replay/order_recorder.ts";

/** Adds so many orders, ten microseconds apart, bought and sold in turn. */
function addOrders(recorder: OrderRecorder, count: number, start = 0) {
  for (let i = 0; i < count; i++) recorder.add(start + 10 * i, 100 + i % 7, i % 2 ? -1 : 1);
}
/** Places of the steps from `first` on, as many as there are. */
const from = (first: number, count: number) => (step: number) =>
  step >= first && step < first + count ? step - first : -1;

Deno.test("orderRecorder() keeps orders across its chunks, in the steps asked for", () => {
  const recorder = orderRecorder(1, 100_000);
  addOrders(recorder, 200_000);
  const { step, aggressor, reach } = recorder.orders(from(3, 2), Float64Array.of(100, 200, 300))!;
  assertEquals(step.length, 20_000);
  assertEquals([step[0], step[9_999], step[10_000]], [0, 0, 1]);
  // The first is number 30 000: 100 + 30 000 mod 7 = 105, a buyer's; the next a seller's.
  assertEquals([aggressor[0], aggressor[1]], [1, -1]);
  assertEquals([reach[0], reach[1]], [5, 100 - 106]);
});

Deno.test("orderRecorder() lets all orders go where there are too many", () => {
  const recorder = orderRecorder(1, 1000, 100);
  addOrders(recorder, 100);
  assertEquals(recorder.orders(from(0, 1), Float64Array.of(100, 100))?.step.length, 100);
  addOrders(recorder, 1, 1000);
  addOrders(recorder, 5, 2000);
  assertEquals(recorder.orders(from(0, 1), Float64Array.of(100, 100)), undefined);
});
