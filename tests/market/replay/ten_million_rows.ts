/**
 * Streams ten million generated trades through a tape and prints time and peak memory; run by hand:
 *
 *     deno run tests/market/replay/ten_million_rows.ts [rows]
 */
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { replay } from "../../../lib/market/replay/replay.ts";

const total = Number(Deno.args[0] ?? 10_000_000);
const bound = 500e6;
const encoder = new TextEncoder();
let written = 0;
let peak = 0;
const source = new ReadableStream<Uint8Array>({
  pull(controller) {
    peak = Math.max(peak, Deno.memoryUsage().rss);
    if (written >= total) return controller.close();
    let text = written === 0 ? "time_us,price,quantity,aggressor\n" : "";
    for (const end = Math.min(total, written + 1000); written < end; written++) {
      const price = 61_837.63 + ((written * 104_729) % 201) / 100;
      const side = (written * 7919) % 3 === 0 ? "buy" : "sell";
      text += `${1723161254087896 + 8640 * written},${price.toFixed(8)},0.00520000,${side}\n`;
    }
    controller.enqueue(encoder.encode(text));
  },
}, { highWaterMark: 1 });

const start = performance.now();
const { tape, prints } = await replay([readMarket(source)], { dt: 1 });
const seconds = (performance.now() - start) / 1000;
console.log(
  `${total} rows, ${prints} prints on ${tape.grid.steps} steps in ${seconds.toFixed(1)} s, ` +
    `peak memory ${(peak / 1e6).toFixed(0)} MB`,
);
if (peak > bound) {
  console.error(`Memory must stay below ${bound / 1e6} MB`);
  Deno.exit(1);
}
