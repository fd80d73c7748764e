import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { streams } from "@digital-market-maker/lab";
import { readMarket, replay } from "@digital-market-maker/lab/data";
import { replayNotes } from "../../../lib/market/replay/replay_notes.ts";
import { tickFinder } from "../../../lib/market/replay/tick_finder.ts";

/** Prices that walk on a tick. */
function* walk(tick: number, prices: number, seed: string) {
  const random = streams(seed)("walk");
  const decimals = Math.max(0, Math.ceil(-Math.log10(tick)) + 1);
  for (let i = 0, at = 10_000; i < prices; i++) {
    at += random.uniform() < 0.5
      ? -1 - Math.floor(2 * random.uniform())
      : 1 + Math.floor(2 * random.uniform());
    yield Number((at * tick).toFixed(decimals));
  }
}

Deno.test("prices that alone make the tick smaller are counted, wherever they stand", () => {
  for (const tick of [0.05, 0.01, 0.25, 0.5, 5, 0.001]) {
    for (const prices of [300, 30_000]) {
      for (
        const [place, stray, made] of [[0, tick / 5, tick / 5], [0.5, tick / 2, tick / 2], [
          0.97,
          tick / Math.PI,
          0,
        ]]
      ) {
        const ticks = tickFinder(), plain = tickFinder();
        [...walk(tick, prices, `${tick}`)].forEach((price, i) => {
          plain.add(price);
          if (i === Math.floor(place * prices)) ticks.add(price + stray);
          ticks.add(price);
        });
        assertEquals([plain.tick(), plain.strays()], [tick, null]);
        const found = ticks.strays();
        assert(Math.abs(ticks.tick() - made) < 1e-9, `${ticks.tick()} ${tick} ${place}`);
        assertEquals([found?.count, found?.tick], [1, tick], `${tick}, ${prices} at ${place}`);
      }
    }
  }
});

Deno.test("prices that are fine by right are no strays", () => {
  for (const share of [0.02, 0.2, 0.5]) {
    const ticks = tickFinder(), random = streams(1)("half");
    for (const price of walk(0.05, 3000, "fine")) {
      ticks.add(random.uniform() < share ? Number((price + 0.01).toFixed(2)) : price);
    }
    assertEquals([ticks.tick(), ticks.strays()], [0.01, null]);
  }
});

Deno.test("a replay warns of the one print that makes its tick, and names the tick of all others", async () => {
  const rows = (odd: string) => {
    const lines = [...walk(0.05, 400, "market")].map((price, i) =>
      `${1_700_000_000_000_000 + i * 500_000},${i === 150 ? odd : price},1,${
        i % 2 ? "buy" : "sell"
      }`
    );
    return ["time_us,price,quantity,aggressor", ...lines, ""].join("\n");
  };
  const notes = async (odd: string) =>
    replayNotes(await replay([readMarket(rows(odd))], { dt: 1 }));
  assertEquals((await notes("500")).filter((note) => note.includes("multiple")), []);
  const [note] = (await notes("500.01")).filter((note) => note.includes("multiple"));
  assertStringIncludes(note, "Warning: 1 of ");
  assertStringIncludes(note, "is no multiple of 0.05; it alone makes the tick 0.01");
  const [none] = (await notes("500.012345678901")).filter((note) => note.includes("multiple"));
  assertStringIncludes(none, "it alone leaves prices without a tick");
});
