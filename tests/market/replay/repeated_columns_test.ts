import { assertEquals, assertRejects } from "@std/assert";
import { readMarket, type ReadMarketOptions } from "../../../lib/market/replay/read_market.ts";
import { drawnMarket } from "./drawn_market.ts";
import { writers } from "./layout_writers.ts";
import type { Writer } from "./written_market.ts";

async function read(text: string, options: ReadMarketOptions): Promise<number> {
  let rows = 0;
  for await (const { time } of readMarket(text, options)) rows += time.length;
  return rows;
}

Deno.test("readMarket() refuses a header with a column twice, in every layout that has one", async () => {
  let refused = 0;
  for (const [name, writer] of Object.entries(writers)) {
    const { resolution, write, reading } = writer as Writer;
    const { trades, quotes } = drawnMarket(resolution);
    for (const [kind, text] of Object.entries(write(trades, quotes)) as [string, string][]) {
      const [header, ...rows] = text.trimEnd().split("\n");
      const titles = header.split(",");
      if (titles.some((title) => /\d{3}|^[A-Z]/.test(title))) continue;
      for (let place = 0; place < titles.length; place++) {
        const twice = [header, ...rows].map((row) => `${row},${row.split(",")[place]}`).join("\n");
        const outcome = await read(twice, { ...reading, name: "twice.csv" }).catch(String);
        // A column that nothing is read from may stand twice.
        if (typeof outcome === "string") refused++;
        else assertEquals(outcome > 0, true, `${name} ${kind}, ${titles[place]}`);
      }
    }
  }
  assertEquals(refused > 50, true, `only ${refused}`);
});

Deno.test("readMarket() says that a column stands twice", async () => {
  const header =
    "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker";
  const row = "1,100,2,1,1,1723161600000,true";
  assertEquals(await read(`${header},more\n${row},7\n`, {}), 1);
  for (const title of ["price", "Price", "transact_time"]) {
    await assertRejects(
      () => read(`${header},${title}\n${row},7\n`, { name: "twice.csv" }),
      TypeError,
      "Cannot read twice.csv as its header must have each column once: current value is",
    );
  }
  const columns = [{ time: "ts", price: "px", quantity: "q", side: "s" }];
  await assertRejects(() => read("ts,px,q,s,px\n1,2,3,buy,4\n", { columns }), TypeError, "once");
});
