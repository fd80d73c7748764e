import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { gueantLehalleMany } from "../../lib/several/gueant_lehalle_many.ts";
import { gueantLehalleManyClosedForm } from "../../lib/several/gueant_lehalle_many_closed_form.ts";
import { rungeKutta } from "../runge_kutta.ts";
import { both, day, hy, ig, sigmaHy, sigmaIg } from "./credit_indices.ts";

/** θ of two assets, of IG's orders i − 4 and HY's j − 4 at 9i + j, integrated as the equation is written. */
function integrated(correlation: number, steps: number): readonly number[] {
  const assets = [ig, hy].map((asset, i) => {
    const risk = day.riskAversion * asset.orderSize;
    const eta = asset.scale * (1 + risk / asset.decay) ** -(1 + asset.decay / risk);
    return { ...asset, eta, sigma: [sigmaIg, sigmaHy][i] };
  });
  const [a, b] = assets;
  const slope = (theta: readonly number[]) =>
    theta.map((here, at) => {
      const i = Math.floor(at / 9), j = at % 9;
      const x = (i - 4) * a.orderSize * a.sigma, y = (j - 4) * b.orderSize * b.sigma;
      const fill = ({ eta, orderSize, decay }: typeof a, to: number, open: boolean) =>
        open ? eta * orderSize / decay * Math.exp(decay * (theta[to] - here) / orderSize) : 0;
      return -day.riskAversion / 2 * (x * x + 2 * correlation * x * y + y * y) +
        fill(a, at + 9, i < 8) + fill(a, at - 9, i > 0) +
        fill(b, at + 1, j < 8) + fill(b, at - 1, j > 0);
    });
  return rungeKutta(slope, Array<number>(81).fill(0), day.horizon, steps);
}

Deno.test("gueantLehalleMany() agrees with another integration to 1e-7, at two tolerances", () => {
  for (const correlation of [0.3, -0.8]) {
    const theta = integrated(correlation, 1600);
    for (const tolerance of [1e-9, 1e-11]) {
      const { value } = both(correlation, { tolerance });
      for (const [i, j] of [[0, 0], [3, -2], [-4, 4], [1, 4]]) {
        const ours = value(7200, [i * ig.orderSize, j * hy.orderSize]);
        assertAlmostEquals(ours / theta[9 * (i + 4) + j + 4], 1, 1e-7);
      }
    }
  }
});

Deno.test("gueantLehalleMany() with one asset is gueantLehalle(), penalties, drift and order size too", () => {
  const beliefs = { riskAversion: 0.1, scale: 140, decay: 1.5 };
  for (const orderSize of [1, 0.2, 5]) {
    const terminal = (q: number) => 0.05 * q * q / orderSize;
    const one = gueantLehalle({
      ...beliefs,
      orderSize,
      volatility: 2 / orderSize,
      decay: 1.5 * orderSize,
      drift: 0.7 / orderSize,
      maxInventory: 6 * orderSize,
      terminalPenalty: terminal,
    });
    const many = gueantLehalleMany({
      riskAversion: 0.1,
      assets: [{ scale: 140, decay: 1.5 * orderSize, orderSize, maxOrders: 6 }],
      covariance: [[4 / orderSize ** 2]],
      horizon: 1,
      drift: [0.7 / orderSize],
      terminalPenalty: ([q]) => terminal(Math.abs(q)),
    });
    for (const timeLeft of [0, 0.01, 0.4, 1]) {
      for (const lots of [-6, -2, 0, 1, 6]) {
        const inventory = lots * orderSize;
        const [ours] = many.quote({ timeLeft, inventories: [inventory] });
        const theirs = one.quote({ time: 0, timeLeft, midPrice: NaN, inventory });
        for (const side of ["bidDepth", "askDepth"] as const) {
          if (theirs[side] === Infinity) assertEquals(ours[side], Infinity);
          else assertAlmostEquals(ours[side] * orderSize, theirs[side] * orderSize, 1e-8);
        }
      }
    }
  }
});

Deno.test("gueantLehalleMany() serves sides of unequal decay: paper, k_ask 2.0", () => {
  const { quote, value } = gueantLehalleMany({
    assets: [{ scale: 140, decay: { bid: 1.5, ask: 2 }, maxOrders: 20 }],
    covariance: [[4]],
    riskAversion: 0.1,
    horizon: 1,
  });
  const [{ bidDepth, askDepth }] = quote({ timeLeft: 1, inventories: [0] });
  assertAlmostEquals(value(1, [0]), 56.179474, 5e-7);
  assertAlmostEquals(bidDepth, 0.668475, 5e-7);
  assertAlmostEquals(askDepth, 0.513366, 5e-7);
});

Deno.test("gueantLehalleMany(): without correlation each asset is quoted as if alone", () => {
  const { quote, value } = both(0);
  const alone = gueantLehalleMany({ assets: [hy], covariance: [[sigmaHy ** 2]], ...day });
  const other = gueantLehalleMany({ assets: [ig], covariance: [[sigmaIg ** 2]], ...day });
  for (const [i, j] of [[0, 0], [4, -3], [-2, 1]]) {
    const [, { askDepth }] = quote({
      timeLeft: 3000,
      inventories: [i * ig.orderSize, j * hy.orderSize],
    });
    const [expected] = alone.quote({ timeLeft: 3000, inventories: [j * hy.orderSize] });
    assertAlmostEquals(askDepth / expected.askDepth, 1, 1e-6);
  }
  assertAlmostEquals(
    value(7200, [0, 0]) / (alone.value(7200, [0]) + other.value(7200, [0])),
    1,
    1e-9,
  );
});

Deno.test("gueantLehalleMany(): an asset and its mirror image", () => {
  const [plus, minus] = [both(0.6), both(-0.6)];
  const [q, p] = [2 * ig.orderSize, 1 * hy.orderSize];
  const [a] = plus.quote({ timeLeft: 500, inventories: [q, p] });
  const [b] = minus.quote({ timeLeft: 500, inventories: [q, -p] });
  assertAlmostEquals(a.bidDepth / b.bidDepth, 1, 1e-9);
  const [c] = plus.quote({ timeLeft: 500, inventories: [-q, -p] });
  assertAlmostEquals(a.bidDepth / c.askDepth, 1, 1e-9);
});

Deno.test("gueantLehalleManyClosedForm() is near the exact quotes where many orders are allowed", () => {
  const assets = [{ ...ig, maxOrders: 12 }, { ...hy, maxOrders: 12 }];
  const shared = 0.3 * sigmaIg * sigmaHy;
  const covariance = [[sigmaIg ** 2, shared], [shared, sigmaHy ** 2]];
  // At a tenth of the paper's risk aversion, where the order term is nearer to its parabola.
  const riskAversion = 6e-6;
  const exact = gueantLehalleMany({ assets, covariance, riskAversion, horizon: 7200 });
  const closed = gueantLehalleManyClosedForm({ assets, covariance, riskAversion });
  for (const inventories of [[0, 0], [ig.orderSize, 0], [0, -hy.orderSize]]) {
    const ours = closed.quote({ timeLeft: 7200, inventories });
    exact.quote({ timeLeft: 7200, inventories }).forEach(({ bidDepth }, i) =>
      assertAlmostEquals(ours[i].bidDepth / bidDepth, 1, 0.05)
    );
  }
  // Of another correlation it is not.
  const wrong = gueantLehalleManyClosedForm({
    assets,
    covariance: [[sigmaIg ** 2, -shared], [-shared, sigmaHy ** 2]],
    riskAversion,
  });
  const inventories = [4 * ig.orderSize, 0];
  const [, { bidDepth }] = wrong.quote({ timeLeft: 7200, inventories });
  const [, right] = exact.quote({ timeLeft: 7200, inventories });
  assertGreater(Math.abs(bidDepth / right.bidDepth - 1), 0.1);
});

Deno.test("gueantLehalleMany() quotes to nine digits of 1/k however long the day and however many the orders", () => {
  for (const scale of [0.01, 10, 1000]) {
    for (const horizon of [1, 30, 1000]) {
      for (const decay of [0.1, 1.5, 40]) {
        const beliefs = { scale, decay };
        const riskAversion = 0.01 * decay, volatility = 0.3 / decay;
        const one = gueantLehalle({ ...beliefs, riskAversion, volatility, maxInventory: 6 });
        const { quote } = gueantLehalleMany({
          assets: [{ ...beliefs, maxOrders: 6 }],
          covariance: [[volatility ** 2]],
          riskAversion,
          horizon,
        });
        const timeLeft = Math.min(horizon, 20_000 / scale);
        for (let inventory = -5; inventory <= 5; inventory++) {
          const [{ bidDepth }] = quote({ timeLeft, inventories: [inventory] });
          const exact = one.quote({ time: 0, timeLeft, midPrice: NaN, inventory }).bidDepth;
          assertAlmostEquals(bidDepth * decay, exact * decay, 1e-8);
        }
      }
    }
  }
});

Deno.test("gueantLehalleMany() refuses what is no covariance, too large a grid, and inventories beyond", () => {
  const asset = { scale: 1, decay: 1, maxOrders: 2 };
  const build = (covariance: number[][], assets = [asset, asset]) =>
    gueantLehalleMany({ assets, covariance, riskAversion: 0.1, horizon: 1 });
  assertThrows(() => build([[1, 0.5], [0.4, 1]]), RangeError, "covariance[0][1]");
  assertThrows(() => build([[1, 2], [2, 1]]), RangeError, "within ±1");
  assertThrows(() => build([[1]]), TypeError, "2 rows of 2 numbers");
  assertThrows(() => build([[-1, 0], [0, 1]]), RangeError, "covariance[0][0]");
  const three = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]];
  assertThrows(() => build(three, [asset, asset, asset]), TypeError, "positive semidefinite");
  const large = { ...asset, maxOrders: 200 };
  assertThrows(() => build([[1, 0], [0, 1]], [large, large]), RangeError, "at most 50000");
  const { quote } = build([[1, 0], [0, 1]]);
  assertThrows(() => quote({ timeLeft: 1, inventories: [3, 0] }), RangeError, "within ±2 orders");
  assertThrows(() => quote({ timeLeft: 1, inventories: [0] }), TypeError, "2 numbers");
  assertThrows(() => quote({ timeLeft: 2, inventories: [0, 0] }), RangeError, "timeLeft");
  assert(quote({ timeLeft: 1, inventories: [2, 0] })[0].bidDepth === Infinity);
});
