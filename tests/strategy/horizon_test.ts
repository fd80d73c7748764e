import { avellanedaStoikov } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { infiniteHorizonPrices } from "../../lib/strategy/horizon.ts";

const gamma = 0.1;
const pricesWithin = (most: number, orderSize = 1) =>
  infiniteHorizonPrices("build prices", gamma, most, orderSize);

Deno.test("infiniteHorizonPrices() is the paper's formula, with ω = ½γ²σ²(q_max + 1)² and any σ", () => {
  const distances = pricesWithin(10);
  for (const sigma of [0.3, 2, 50]) {
    const omega = gamma ** 2 * sigma ** 2 * 11 ** 2 / 2;
    for (const q of [-9, -3, 0, 1, 7]) {
      const below = 2 * omega - gamma ** 2 * q ** 2 * sigma ** 2;
      const price = (sign: 1 | -1) =>
        Math.log(1 + (sign - 2 * q) * gamma ** 2 * sigma ** 2 / below) / gamma;
      assertAlmostEquals(distances(q).ask, price(1), 1e-12);
      assertAlmostEquals(distances(q).bid, price(-1), 1e-12);
    }
  }
});

Deno.test("infiniteHorizonPrices() by hand: γ 0.1, q_max 1, flat, is ±10·ln(1 ± 1/4)", () => {
  const { ask, bid } = pricesWithin(1)(0);
  assertAlmostEquals(ask, 10 * Math.log(1.25), 1e-13);
  assertAlmostEquals(bid, 10 * Math.log(0.75), 1e-13);
});

Deno.test("infiniteHorizonPrices() has no bid at q_max and no ask at −q_max, also where q_max is no whole number", () => {
  for (const maxInventory of [1, 10, 0.1, 2.5, 0.7, 3.3]) {
    const distances = pricesWithin(maxInventory);
    assertEquals(distances(maxInventory).bid, -Infinity);
    assertEquals(distances(-maxInventory).ask, Infinity);
    assert(
      Number.isFinite(distances(maxInventory).ask) && Number.isFinite(distances(-maxInventory).bid),
    );
  }
});

Deno.test("infiniteHorizonPrices() knows its largest inventory in any unit, where orders do not add up to it exactly", () => {
  for (const orderSize of [0.1, 0.7, 1 / 3, 1.1, 548.4869004698612]) {
    for (let lots = 1; lots <= 40; lots++) {
      for (const maxInventory of [lots * orderSize, Number((lots * orderSize).toPrecision(15))]) {
        const distances = pricesWithin(maxInventory, orderSize);
        for (
          const held of [
            lots * orderSize,
            Array(lots).fill(orderSize).reduce((a, b) => a + b),
          ]
        ) {
          assertEquals([distances(held).bid, distances(-held).ask], [-Infinity, Infinity]);
        }
      }
    }
  }
});

Deno.test("infiniteHorizonPrices() treats an inventory beyond ±q_max as ±q_max", () => {
  const distances = pricesWithin(5);
  assertEquals(distances(6), distances(5));
  assertEquals(distances(-100), distances(-5));
});

Deno.test("infiniteHorizonPrices() mirrors ask and bid to first order in 1/((q_max + 1)² − q²)", () => {
  for (const maxInventory of [20, 200]) {
    const distances = pricesWithin(maxInventory);
    const x = 1 / (maxInventory + 1) ** 2;
    // ln(1 + x) + ln(1 − x) = −x² + …
    assertAlmostEquals((distances(0).ask + distances(0).bid) * gamma, -x * x, 2 * x ** 3);
  }
});

Deno.test("avellanedaStoikov() with an infinite horizon refuses each bad option in one clear line", () => {
  const refuse = (riskAversion: number, infinite: number, message: string) =>
    assertThrows(
      () => avellanedaStoikov({ riskAversion, volatility: 2, decay: 1.5, timeLeft: { infinite } }),
      RangeError,
      `Cannot build avellanedaStoikov as ${message}`,
    );
  refuse(0, 5, "riskAversion must be > 0 and finite: current value is 0");
  refuse(0.1, 0, "timeLeft.infinite must be > 0 and finite: current value is 0");
  refuse(0.1, Infinity, "timeLeft.infinite must be > 0 and finite");
});

Deno.test("avellanedaStoikov() with an infinite horizon adds the fill term to the indifference prices", () => {
  const options = { riskAversion: gamma, volatility: 2, decay: 1.5, timeLeft: { infinite: 5 } };
  const distances = pricesWithin(5);
  const { quote } = avellanedaStoikov(options);
  const fillTerm = 10 * Math.log(1 + gamma / 1.5);
  for (const inventory of [-4, 0, 2]) {
    const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory });
    assertAlmostEquals(askDepth, distances(inventory).ask + fillTerm, 1e-13);
    assertAlmostEquals(bidDepth, fillTerm - distances(inventory).bid, 1e-13);
  }
  const full = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: 5 });
  assertEquals(full.bidDepth, Infinity);
  // Far through the mid: 10·ln(2/11) is −17.
  assert(full.askDepth < -15);
});
