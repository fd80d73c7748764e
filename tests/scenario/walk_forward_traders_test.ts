import {
  arithmeticBrownian,
  drawTape,
  poissonFlow,
  streams,
  timeGrid,
  type TraderName,
} from "@digital-market-maker/lab";
import { walkForward } from "@digital-market-maker/lab/data";
import { assertEquals, assertGreater, assertLess, assertThrows } from "@std/assert";
import { traderNames } from "../../lib/scenario/named_traders.ts";

const market = {
  price: arithmeticBrownian({ initialPrice: 100, volatility: 0.1 }),
  flow: poissonFlow({ scale: 0.9, decay: 1.5, fills: "exact" }),
};
const tape = drawTape(market, timeGrid({ horizon: 600, steps: 600 }), streams("names"));

const run = (traders?: readonly TraderName[]) => {
  const bootstrap = { block: 10, replications: 50, random: streams(1)("bootstrap") };
  return walkForward(tape, { traders, bootstrap });
};

Deno.test("walkForward() trades everybody of the one table of names, within the limit and with profit", () => {
  const { traders, windows: [{ sessions }] } = run(traderNames);
  assertEquals(Object.keys(traders), [...traderNames]);
  assertEquals(Object.keys(sessions), [...traderNames]);
  for (const name of traderNames) {
    assertGreater(traders[name].beforeFees.value, 0, name);
    if (name !== "naive") assertLess(traders[name].largestInventory, 6.5, name);
  }
});

Deno.test("walkForward() gives a trader the same session whoever trades beside it", () => {
  const [few, plain] = [run(["naive", "cj", "as"]), run()];
  assertEquals(Object.keys(plain.traders), ["naive", "as", "glft"]);
  const [a, b] = [few.windows[0].sessions.as, plain.windows[0].sessions.as];
  assertEquals(a.wealth, b.wealth);
  assertEquals(
    few.windows[0].sessions.cj.wealth,
    run(["naive", "cj"]).windows[0].sessions.cj.wealth,
  );
});

Deno.test("walkForward() refuses traders that are not there, are named twice, or lack Naive", () => {
  assertThrows(() => run(["naive", "gltf" as TraderName]), TypeError, "glft");
  assertThrows(() => run(["naive", "as", "as"]), TypeError, "none twice");
  assertThrows(() => run(["as"]), TypeError, "naive");
});
