import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
  assertThrows,
} from "@std/assert";
import { liquidation } from "../../lib/strategy/liquidation.ts";
import { almgrenChriss } from "../../lib/theory/almgren_chriss.ts";
import { rungeKutta } from "../runge_kutta.ts";

const sale = {
  position: 20,
  horizon: 300,
  riskAversion: 0.05,
  volatility: 0.3,
  scale: 0.1,
  decay: 0.3,
};

Deno.test("almgrenChriss(): the rate is the position's slope, and αq² + κ all the way", () => {
  const alpha = sale.decay * sale.riskAversion * sale.volatility ** 2 / 2;
  for (const change of [{ endCost: 0 }, { endCost: 10 }, { endCost: 3, horizon: 20 }]) {
    const { position, rate } = almgrenChriss({ ...sale, ...change });
    const constant = rate(0) - alpha * position(0) ** 2;
    for (const time of [1, 7, 15]) {
      const slope = (position(time + 1e-3) - position(time - 1e-3)) / 2e-3;
      assertAlmostEquals(-slope, rate(time), 1e-6);
      assertAlmostEquals(rate(time) - alpha * position(time) ** 2, constant, 1e-12);
    }
  }
});

/** What a schedule is worth, by adding it up: ∫(v·δ(v) − ½γσ²q²)dt − b·q(T), δ(v) = −ln(v/A)/k. */
function worth(
  rates: readonly number[],
  { endCost = 0, horizon }: { endCost?: number; horizon: number },
) {
  const dt = horizon / rates.length;
  let [held, total] = [sale.position, 0];
  for (const v of rates) {
    const middle = held - v * dt / 2;
    const earned = -v * Math.log(v / sale.scale) / sale.decay;
    total += dt * (earned - sale.riskAversion * (sale.volatility * middle) ** 2 / 2);
    held -= v * dt;
  }
  return total - endCost * held;
}

Deno.test("almgrenChriss(): any small change of the schedule is worth less", () => {
  const short = { ...sale, horizon: 40, endCost: 3 };
  const { rate } = almgrenChriss(short);
  const steps = 4000;
  const rates = Array.from({ length: steps }, (_, n) => rate((n + 0.5) * short.horizon / steps));
  const best = worth(rates, short);
  for (const shape of [1, 2, 3]) {
    for (const size of [-0.05, 0.05]) {
      const bent = rates.map((v, n) => v * (1 + size * Math.cos(shape * Math.PI * n / steps)));
      assertLess(worth(bent, short), best);
    }
  }
});

Deno.test("almgrenChriss() is what liquidation() tends to in small orders, at the first order of their size", () => {
  const off = (orderSize: number) => {
    const { position, ...beliefs } = sale;
    const { quote } = liquidation({
      ...beliefs,
      scale: sale.scale / orderSize,
      endCost: 3,
      maxInventory: position,
      orderSize,
    });
    const { askDepth } = quote({ time: 0, timeLeft: 300, midPrice: 45, inventory: 20 });
    return sale.scale * Math.exp(-sale.decay * askDepth) /
        almgrenChriss({ ...sale, endCost: 3 }).rate(0) - 1;
  };
  const [large, small] = [off(0.4), off(0.1)];
  assertGreater(0.02, small);
  assertAlmostEquals(large / small, 4, 0.3);
});

Deno.test("almgrenChriss() sells −q′ = αq² + κ whatever the end costs, by Runge and Kutta's steps", () => {
  for (const endCost of [0, 1, 3, 20, 500, 3000, 1e5, 1e50]) {
    for (const riskAversion of [1e-12, 0.05, 10]) {
      for (const horizon of [0.5, 30, 3000]) {
        const changed = { ...sale, endCost, riskAversion, horizon };
        const { position, rate } = almgrenChriss(changed);
        const alpha = sale.decay * riskAversion * sale.volatility ** 2 / 2;
        const kappa = rate(horizon) - alpha * position(horizon) ** 2;
        assertEquals(position(0), sale.position);
        const [at, slope] = [horizon / 3, ([q]: readonly number[]) => [-alpha * q * q - kappa]];
        const [expected] = rungeKutta(slope, [sale.position], at, 4000);
        assertAlmostEquals(position(at), expected, 1e-9 * sale.position);
        const left = position(horizon);
        // What is left is sold at the last rate, κ + αq² = A·e^{kb−1}; and where nothing is, no faster.
        const last = sale.scale * Math.exp(sale.decay * endCost - 1);
        if (left > 0) assertAlmostEquals(rate(horizon) / last, 1, 1e-9);
        else assert(kappa <= last && kappa > 0);
      }
    }
  }
});

Deno.test("almgrenChriss() is asked about times of the sale alone", () => {
  const { position, rate } = almgrenChriss(sale);
  for (const time of [-1, 300.1, NaN, Infinity, -Infinity]) {
    assertThrows(() => position(time), RangeError, "Cannot take position of almgrenChriss as time");
    assertThrows(() => rate(time), RangeError, "Cannot take rate of almgrenChriss as time");
  }
});

Deno.test("almgrenChriss() refuses what is out of range", () => {
  assertThrows(() => almgrenChriss({ ...sale, volatility: 0 }), RangeError, "volatility");
  assertThrows(() => almgrenChriss({ ...sale, endCost: -1 }), RangeError, "endCost");
});
