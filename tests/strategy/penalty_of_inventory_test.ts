import {
  carteaJaimungal,
  gueantLehalle,
  gueantLehalleAsymptotic,
  type GueantLehalleOptions,
  optimalValue,
  type Strategy,
} from "@digital-market-maker/lab";
import { gueantLehalleMany } from "@digital-market-maker/lab/several";
import { assertAlmostEquals, assertThrows } from "@std/assert";

const at = ({ quote }: Strategy, timeLeft: number, inventory: number) =>
  quote({ time: 0, timeLeft, midPrice: NaN, inventory });

Deno.test("Mistrust of the drift gives the ask depths of Cartea, Donnelly and Jaimungal (2017), by either solver", () => {
  const [scale, decay, maxInventory, volatility, mistrust] = [2, 15, 3, 0.01, 20];
  const beliefs = { scale, decay, maxInventory };
  const penalised = gueantLehalle({
    ...beliefs,
    riskAversion: 0,
    volatility,
    penalty: (q) => mistrust * volatility ** 2 * q * q / 2,
    terminalPenalty: (q) => 0.01 * q * q,
  });
  const running = carteaJaimungal({
    ...beliefs,
    runningPenalty: mistrust * volatility ** 2 / 2,
    terminalPenalty: 0.01,
  });
  const expected = [0.112573, 0.088460, 0.073419, 0.059914, 0.044874, 0.020761];
  expected.forEach((depth, i) => {
    assertAlmostEquals(at(penalised, 10, i - 2).askDepth, depth, 5.1e-7);
    assertAlmostEquals(at(running, 10, i - 2).askDepth, depth, 5.1e-7);
  });
});

Deno.test("The worst drift within ±5 is a penalty of 5|q|: value and depths of the zero-sum market", () => {
  const market = { riskAversion: 0, volatility: 2, scale: 140, decay: 1.5, maxInventory: 50 };
  const cautious = { ...market, penalty: (q: number) => 5 * Math.abs(q) };
  assertAlmostEquals(optimalValue({ ...cautious, horizon: 1 }), 59.585676, 5.1e-7);
  const depths = [[0, 0.764345], [1, 0.890082], [2, 0.984761], [5, 1.184877]];
  for (const [q, depth] of depths) {
    assertAlmostEquals(at(gueantLehalle(cautious), 1, q).bidDepth, depth, 5.1e-7);
  }
});

for (
  const [what, change] of [
    ["a penalty that is no square", { penalty: (q: number) => 0.3 * Math.abs(q) ** 1.5 + 0.1 * q }],
    ["unequal scales", { scale: { bid: 90, ask: 140 } }],
    ["both, with drift", {
      scale: { bid: 3, ask: 30 },
      penalty: (q: number) => Math.abs(q),
      drift: -2,
    }],
  ] as const
) {
  for (const orderSize of [1, 2.5]) {
    Deno.test(`gueantLehalle() with ${what} by orders of ${orderSize} is what the integrated equation says`, () => {
      const beliefs = { riskAversion: 0.2, volatility: 1.7, scale: 40, decay: 1.3, ...change };
      const terminalPenalty = (q: number) => 0.1 * Math.abs(q);
      const [maxOrders, horizon] = [6, 0.8];
      const maxInventory = maxOrders * orderSize;
      const options: GueantLehalleOptions = {
        ...beliefs,
        ...{ orderSize, maxInventory, terminalPenalty },
      };
      const strategy = gueantLehalle(options);
      const { scale, decay, drift = 0, penalty = () => 0 } = options;
      const many = gueantLehalleMany({
        assets: [{ scale, decay, orderSize, maxOrders }],
        covariance: [[beliefs.volatility ** 2]],
        riskAversion: beliefs.riskAversion,
        ...{ horizon, drift: [drift] },
        penalty: ([q]) => penalty(q),
        terminalPenalty: ([q]) => terminalPenalty(q),
      });
      for (const timeLeft of [0, 0.1, horizon]) {
        for (let orders = -maxOrders; orders <= maxOrders; orders++) {
          const inventory = orders * orderSize;
          const [expected] = many.quote({ timeLeft, inventories: [inventory] });
          const { bidDepth, askDepth } = at(strategy, timeLeft, inventory);
          if (orders < maxOrders) assertAlmostEquals(bidDepth, expected.bidDepth, 1e-7);
          if (orders > -maxOrders) assertAlmostEquals(askDepth, expected.askDepth, 1e-7);
        }
      }
      const value = optimalValue({ ...options, horizon });
      assertAlmostEquals(value, many.value(horizon, [0]), 1e-6);
      const far = gueantLehalle({ ...options, terminalPenalty: undefined });
      const asymptotic = gueantLehalleAsymptotic(options);
      assertAlmostEquals(
        at(asymptotic, 0, orderSize).bidDepth,
        at(far, 60, orderSize).bidDepth,
        1e-9,
      );
    });
  }
}

Deno.test("carteaJaimungal() with unequal scales is gueantLehalle() without risk aversion and with its penalty", () => {
  const beliefs = { scale: { bid: 5, ask: 8 }, decay: 2, maxInventory: 5 };
  const running = carteaJaimungal({ ...beliefs, runningPenalty: 0.3 });
  const penalised = gueantLehalle({
    ...beliefs,
    riskAversion: 0,
    volatility: 0,
    penalty: (q) => 0.3 * q * q,
  });
  for (const q of [-5, -1, 0, 2]) {
    assertAlmostEquals(at(running, 2, q).bidDepth, at(penalised, 2, q).bidDepth, 1e-14);
  }
});

Deno.test("gueantLehalle() refuses a penalty that is no number, and scales that are none", () => {
  const beliefs = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 4 };
  assertThrows(
    () => gueantLehalle({ ...beliefs, penalty: () => NaN }),
    RangeError,
    "Cannot build gueantLehalle as penalty at inventory -4 must be a finite number",
  );
  assertThrows(
    () => gueantLehalle({ ...beliefs, scale: { bid: 1, ask: 0 } }),
    RangeError,
    "Cannot build gueantLehalle as scale.ask must be > 0 and finite: current value is 0",
  );
});
