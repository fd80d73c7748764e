import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { streams } from "../../lib/random/streams.ts";
import { liquidation } from "../../lib/strategy/liquidation.ts";
import { assertWithinStandardErrors, meanOf } from "../statistics.ts";

const published = {
  riskAversion: 0.05,
  volatility: 0.3,
  scale: 0.1,
  decay: 0.3,
  maxInventory: 6,
  endCost: 3,
};
const at = (timeLeft: number, inventory: number) => ({
  time: 0,
  timeLeft,
  midPrice: 45,
  inventory,
});

Deno.test("liquidation() gives the published ask depths, 300 s before the end", () => {
  const { quote } = liquidation(published);
  [10.609473, 7.873683, 6.129884, 4.808205, 3.727971, 2.807287].forEach((depth, i) =>
    assertAlmostEquals(quote(at(300, i + 1)).askDepth, depth, 5e-7)
  );
});

/**
 * The value of a seller by dynamic programming over short steps, the best depth found by search: E[−e^{−γX}]
 * with no word of the closed form.
 */
function searched(steps: number, horizon: number): number[] {
  const { riskAversion: gamma, volatility, scale, decay, maxInventory, endCost } = published;
  const dt = horizon / steps;
  let worth = Array.from({ length: maxInventory + 1 }, (_, q) => -q * endCost);
  let depths: number[] = [];
  for (let n = 0; n < steps; n++) {
    const best = worth.map((stay, q) => {
      if (q === 0) return { depth: Infinity, value: 0 };
      const value = (depth: number) => {
        const chance = scale * Math.exp(-decay * depth) * dt;
        const sold = Math.exp(-gamma * (depth + worth[q - 1] - stay));
        return stay - Math.log(1 + chance * (sold - 1)) / gamma;
      };
      let [low, high] = [-60, 60];
      while (high - low > 1e-9) {
        const [a, b] = [low + 0.382 * (high - low), low + 0.618 * (high - low)];
        if (value(a) < value(b)) low = a;
        else high = b;
      }
      return { depth: low, value: value(low) - gamma * (volatility * q) ** 2 * dt / 2 };
    });
    depths = best.map(({ depth }) => depth);
    worth = best.map(({ value }) => value);
  }
  return depths;
}

Deno.test("liquidation() is what a search finds in short steps, and nearer in shorter ones", () => {
  const { quote } = liquidation(published);
  const off = (steps: number) => {
    const found = searched(steps, 30);
    return Math.max(...[1, 2, 4, 6].map((q) => Math.abs(found[q] - quote(at(30, q)).askDepth)));
  };
  const [coarse, fine] = [off(300), off(1200)];
  assertGreater(0.02, fine);
  assertGreater(coarse / fine, 3);
});

Deno.test("liquidation() of a short position is the mirror image, drift turned over", () => {
  for (const drift of [0, 0.01]) {
    const [up, down] = [
      liquidation({ ...published, drift }),
      liquidation({ ...published, drift: -drift }),
    ];
    for (const lots of [1, 3, 6]) {
      assertEquals(up.quote(at(50, lots)).askDepth, down.quote(at(50, -lots)).bidDepth);
      assertEquals(down.quote(at(50, -lots)).askDepth, Infinity);
    }
  }
  const flat = liquidation(published).quote(at(10, 0));
  assertEquals(flat, { bidDepth: Infinity, askDepth: Infinity });
});

Deno.test("liquidation() told in another unit of quantity quotes the same prices", () => {
  const c = 25;
  const retold = liquidation({
    ...published,
    volatility: published.volatility / c,
    decay: published.decay * c,
    endCost: published.endCost / c,
    maxInventory: published.maxInventory * c,
    orderSize: c,
  });
  const { quote } = liquidation(published);
  for (const [timeLeft, lots] of [[300, 6], [10, 3], [0, 1]]) {
    assertAlmostEquals(
      c * retold.quote(at(timeLeft, lots * c)).askDepth,
      quote(at(timeLeft, lots)).askDepth,
      1e-11,
    );
  }
});

Deno.test("liquidation() refuses a position in parts of orders and beliefs out of range", () => {
  assertThrows(() => liquidation({ ...published, endCost: -1 }), RangeError, "endCost");
  assertThrows(() => liquidation({ ...published, maxInventory: 2.5 }), RangeError, "maxInventory");
  assertThrows(() => liquidation(published).quote(at(1, 1.5)), RangeError, "a multiple");
});

Deno.test("liquidation() earns what its value says: the expected utility of simulated sales, within four standard errors", () => {
  const { riskAversion: gamma, volatility, scale, decay, endCost } = published;
  const [steps, horizon, position] = [3000, 60, 4];
  const dt = horizon / steps;
  const { quote } = liquidation(published);
  const times = Array.from({ length: steps }, (_, n) => horizon - n * dt);
  const chances = times.map((left) =>
    [1, 2, 3, 4].map((q) => scale * Math.exp(-decay * quote(at(left, q)).askDepth) * dt)
  );
  // θ, from the depths: δ_q = θ_q − θ_{q−1} + ln(1 + γ/k)/γ.
  const fillTerm = Math.log1p(gamma / decay) / gamma;
  const value = [1, 2, 3, 4].reduce(
    (sum, q) => sum + quote(at(horizon, q)).askDepth - fillTerm,
    0,
  );
  for (const seed of [1, 2]) {
    const random = streams(seed);
    const utilities = Array.from({ length: 8000 }, (_, path) => {
      const moves = new Float64Array(steps), words = new Int32Array(steps);
      random("price", path).normals(moves);
      random("flow", path).words(words);
      let held = position, earned = 0;
      for (let n = 0; n < steps && held > 0; n++) {
        if ((words[n] >>> 0) / 2 ** 32 < chances[n][held - 1]) {
          earned += quote(at(times[n], held)).askDepth;
          held--;
        }
        earned += held * volatility * Math.sqrt(dt) * moves[n];
      }
      return Math.exp(-gamma * (earned - held * endCost - value));
    });
    assertWithinStandardErrors(utilities, 1, { z: 4 });
    assertGreater(Math.expm1(gamma * 0.5), 4 * meanOf(utilities).standardError);
  }
});
