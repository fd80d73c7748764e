import { streams } from "@digital-market-maker/lab";
import { calibrate, readMarket, replay } from "@digital-market-maker/lab/data";
import { assertEquals } from "@std/assert";
import { recordedMarkets } from "../market/replay/recorded_markets.ts";

Deno.test("calibrate() warns where one price that is a mistake carries σ, and nowhere else", async () => {
  const warned = async (trades: string) => {
    const recorded = await replay([readMarket(trades)], { dt: 1 });
    const { notes } = calibrate(recorded, { random: streams(1)("bootstrap"), replications: 2 });
    return notes.some((note) => note.includes("carry σ"));
  };
  for (const { trades } of recordedMarkets()) {
    assertEquals(await warned(trades), false);
    const lines = trades.trimEnd().split("\n");
    for (const factor of [0.1, 0.8, 3, 50]) {
      for (const share of [0.3, 0.8]) {
        const wrong = [...lines];
        const at = Math.floor(share * lines.length);
        const [time, price, ...rest] = wrong[at].split(",");
        wrong[at] = [time, (Number(price) * factor).toFixed(2), ...rest].join(",");
        // A step sees the mid at its end alone: the last print of a second is the one that stands.
        const second = Math.floor(Number(time) / 1e6);
        const alone = wrong.filter((line, i) =>
          i <= at || Math.floor(Number(line.split(",")[0]) / 1e6) > second + 1
        );
        assertEquals(await warned(alone.join("\n") + "\n"), true, `${factor} at ${share}`);
      }
    }
  }
});
