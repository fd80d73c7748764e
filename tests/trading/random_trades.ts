/** Random tapes, strategies and terms of execution, for properties that hold on every session. */
import {
  avellanedaStoikov,
  execution,
  naive,
  type Session,
  type Strategy,
  type Tape,
  tapeOf,
  type Trader,
} from "@digital-market-maker/lab";
import { AssertionError } from "@std/assert";
import fc from "fast-check";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const reach = fc.oneof(
  { weight: 8, arbitrary: number(-1, 3) },
  { weight: 1, arbitrary: fc.constant(-Infinity) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
);

/** Tapes of 1 to 60 steps, at prices that may be negative. */
export const tapes: fc.Arbitrary<Tape> = fc.tuple(
  fc.array(fc.tuple(number(-5, 5), reach, reach), { minLength: 1, maxLength: 60 }),
  number(-20, 150),
  number(0.1, 500),
).map(([steps, start, horizon]) => {
  const midPrice = [start];
  for (const [move] of steps) midPrice.push(midPrice[midPrice.length - 1] + move);
  return tapeOf({
    horizon,
    midPrice,
    buyReach: steps.map(([, buy]) => buy),
    sellReach: steps.map(([, , sell]) => sell),
  });
});

/** Quotes one side only, by the sign of what it holds. */
const oneSided: Strategy = {
  name: "one side",
  readsPrice: false,
  readsTime: false,
  quote: ({ inventory }) =>
    inventory > 0
      ? { bidDepth: Infinity, askDepth: 0.2 }
      : { bidDepth: -0.1, askDepth: inventory < 0 ? Infinity : 1 },
};

const beliefs = fc.record({
  riskAversion: number(0, 0.5),
  volatility: number(0, 1),
  decay: number(0.3, 3),
});
const rule = fc.oneof(
  fc.constant("clock" as const),
  fc.record({ floor: number(0, 2) }),
  fc.record({ constant: number(0, 2) }),
);

/** Strategies whose depths do not depend on the price. */
export const tabulated: fc.Arbitrary<Strategy> = fc.oneof(
  number(-0.5, 2).map((halfSpread) => naive({ halfSpread })),
  fc.tuple(beliefs, rule, fc.constantFrom("paper" as const, "readme" as const))
    .map(([options, timeLeft, spread]) => avellanedaStoikov({ ...options, timeLeft, spread })),
  fc.tuple(number(0.05, 1), number(0.5, 6)).map(([riskAversion, infinite]) =>
    avellanedaStoikov({ riskAversion, volatility: 1, decay: 1, timeLeft: { infinite } })
  ),
  fc.constant(oneSided),
);

const readers: fc.Arbitrary<Strategy> = beliefs.map((options) =>
  avellanedaStoikov({
    ...options,
    volatility: options.volatility / 100,
    prices: "geometric",
    timeLeft: { constant: 1 },
  })
);

const terms = fc.record({
  rebate: number(-0.001, 0.001),
  fee: number(0, 0.002),
  minimumDepth: fc.constantFrom(-Infinity, 0, 0.1),
  limit: fc.constantFrom(0, 0.3, 1, 2, 2.5, 5, Infinity),
  breach: fc.constantFrom("cross-one" as const, "flatten" as const, "none" as const),
  crossingCost: fc.constantFrom(0, 0.05, 1),
  orderSize: fc.constantFrom(0.1, 1, 2.5),
  impact: fc.constantFrom(0, 0, 0.05, -0.3),
});

const traderOf = (strategies: fc.Arbitrary<Strategy>): fc.Arbitrary<Trader> =>
  fc.record({ strategy: strategies, execution: terms.map(execution) });

/** Traders on any terms, among them some who read the price. */
export const traders: fc.Arbitrary<Trader> = traderOf(fc.oneof(tabulated, readers));

/** Traders on any terms whose policies can be tabulated. */
export const tabulatedTraders: fc.Arbitrary<Trader> = traderOf(tabulated);

/** How many times the parts of a sum may differ from it, in units of rounding of the largest number there. */
const ROUNDING = 64 * Number.EPSILON;

/** The P&L identity in every step, to rounding: ΔW = spread + q·ΔS + rebate − fee − crossing cost. */
export function assertIdentity(session: Session): void {
  const { grid, wealth, cash, inventory, midPrice } = session;
  for (let n = 0; n < grid.steps; n++) {
    const parts = [
      session.spreadEarned[n],
      inventory[n + 1] * (midPrice[n + 1] - midPrice[n]),
      session.rebates[n],
      -session.fees[n],
      -session.crossingCosts[n],
    ];
    const gain = wealth[n + 1] - wealth[n];
    const scale = [
      cash[n],
      cash[n + 1],
      inventory[n] * midPrice[n],
      inventory[n + 1] * midPrice[n],
      inventory[n + 1] * midPrice[n + 1],
      (session.bought[n] + session.sold[n] + Math.abs(session.crossed[n])) * midPrice[n],
      ...parts,
    ].reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-300);
    const gap = gain - parts.reduce((sum, part) => sum + part, 0);
    if (Math.abs(gap) <= ROUNDING * scale) continue;
    throw new AssertionError(`Step ${n} gains ${gain}, its parts leave ${gap} unexplained`);
  }
}
