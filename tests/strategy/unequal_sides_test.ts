import {
  avellanedaStoikov,
  carteaJaimungal,
  gueantLehalle,
  gueantLehalleAsymptotic,
  gueantLehalleClosedForm,
  type GueantLehalleOptions,
  liquidation,
  optimalValue,
  type Sides,
  type Strategy,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { integratedGame } from "./integrated_game.ts";

const at = ({ quote }: Strategy, timeLeft: number, inventory: number) =>
  quote({ time: 0, timeLeft, midPrice: 100, inventory });
const mirrored = (sides: Sides): Sides =>
  typeof sides === "number" ? sides : { bid: sides.ask, ask: sides.bid };
const paper = { riskAversion: 0.1, volatility: 2, scale: 140, decay: { bid: 1.5, ask: 2 } };

Deno.test("gueantLehalle() and optimalValue() of the paper with k = 2 for the ask", () => {
  const options = { ...paper, maxInventory: 20 };
  assertAlmostEquals(optimalValue({ ...options, horizon: 1 }), 56.179474, 5e-7);
  const { bidDepth, askDepth } = at(gueantLehalle(options), 1, 0);
  assertAlmostEquals(bidDepth, 0.668475, 5e-7);
  assertAlmostEquals(askDepth, 0.513366, 5e-7);
});

const markets: readonly Omit<GueantLehalleOptions, "maxInventory">[] = [
  paper,
  { ...paper, scale: { bid: 60, ask: 200 }, decay: { bid: 3, ask: 1 }, drift: 1.5 },
  { ...paper, riskAversion: 0, decay: { bid: 1, ask: 1.2 } },
  { ...paper, riskAversion: 2, decay: { bid: 0.7, ask: 1.5 }, impact: 0.2 },
  { ...paper, penalty: (q) => 3 * Math.abs(q) ** 1.5, terminalPenalty: (q) => 0.3 * q * q },
];

for (const [number, market] of markets.entries()) {
  for (const orderSize of [1, 0.5]) {
    const options = { ...market, orderSize, maxInventory: 5 * orderSize };
    Deno.test(`gueantLehalle() of sides that differ is what the integrated equation says: market ${number}, orders of ${orderSize}`, () => {
      const strategy = gueantLehalle(options);
      for (const timeLeft of [0.02, 0.3]) {
        const game = integratedGame(options, timeLeft, 3000);
        for (const lots of [-5, -1, 0, 3, 5]) {
          const { bidDepth, askDepth } = at(strategy, timeLeft, lots * orderSize);
          const expected = game.quote(lots);
          if (lots < 5) assertAlmostEquals(bidDepth, expected.bidDepth, 1e-7);
          else assertEquals(bidDepth, Infinity);
          if (lots > -5) assertAlmostEquals(askDepth, expected.askDepth, 1e-7);
          else assertEquals(askDepth, Infinity);
        }
        const value = optimalValue({ ...options, horizon: timeLeft });
        assertAlmostEquals(value, game.value(0), 1e-7);
      }
    });
  }
  Deno.test(`Bid and ask of gueantLehalle() and its limits change places with the market's: market ${number}`, () => {
    const options = { ...market, maxInventory: 4 };
    const { scale, decay, drift = 0 } = options;
    const other = {
      ...options,
      ...{ scale: mirrored(scale), decay: mirrored(decay), drift: -drift },
    };
    for (const build of [gueantLehalle, gueantLehalleAsymptotic]) {
      for (const q of [-3, 0, 2]) {
        const [a, b] = [at(build(options), 0.5, q), at(build(other), 0.5, -q)];
        assertAlmostEquals(a.bidDepth, b.askDepth, 1e-8);
        assertAlmostEquals(a.askDepth, b.bidDepth, 1e-8);
      }
    }
  });
  Deno.test(`gueantLehalle() long before the end is gueantLehalleAsymptotic(): market ${number}`, () => {
    const options = { ...market, maxInventory: 4 };
    for (const q of [-4, 0, 3]) {
      const [a, b] = [gueantLehalle, gueantLehalleAsymptotic].map((build) =>
        at(build(options), 500, q)
      );
      if (q < 4) assertAlmostEquals(a.bidDepth, b.bidDepth, 1e-9);
      if (q > -4) assertAlmostEquals(a.askDepth, b.askDepth, 1e-9);
    }
  });
}

Deno.test("The closed form of sides that differ is as close to the exact limit as that of equal sides, and in order γ", () => {
  const off = (sides: object, riskAversion: number) => {
    const beliefs = { ...paper, ...sides, riskAversion };
    const exact = gueantLehalleAsymptotic({ ...beliefs, maxInventory: 200 });
    const closed = gueantLehalleClosedForm(beliefs);
    return Math.max(...[-3, 0, 2].map((q) => {
      const [a, b] = [at(exact, 1, q), at(closed, 1, q)];
      return Math.max(Math.abs(a.bidDepth - b.bidDepth), Math.abs(a.askDepth - b.askDepth));
    }));
  };
  const equal = { decay: 1.75 };
  for (
    const sides of [
      { decay: { bid: 1.5, ask: 2 } },
      { scale: { bid: 200, ask: 60 }, decay: 1.5 },
      { scale: { bid: 60, ask: 200 }, decay: { bid: 1.2, ask: 1.8 } },
    ]
  ) {
    // A lean of 0.05 from one unit to the next would be off by a thirtieth of it without the cubic term.
    assertLess(off(sides, 0.1), 2 * off(equal, 0.1));
    assertLess(off(sides, 0.001), off(sides, 0.1) / 50);
    assertLess(off({ ...sides, drift: 0.05 }, 0.1), 3 * off(equal, 0.1));
  }
});

Deno.test("Strategies of sides that agree are those of one number", () => {
  const { decay: _, ...rest } = paper;
  const one = { ...rest, decay: 1.5, maxInventory: 5 };
  const two = {
    ...rest,
    scale: { bid: 140, ask: 140 },
    decay: { bid: 1.5, ask: 1.5 },
    maxInventory: 5,
  };
  const builds = [
    gueantLehalle,
    gueantLehalleAsymptotic,
    (options: typeof one | typeof two) => {
      const { maxInventory: _, ...beliefs } = options;
      return gueantLehalleClosedForm(beliefs);
    },
    ({ decay, riskAversion, volatility }: typeof one | typeof two) =>
      avellanedaStoikov({ decay, riskAversion, volatility, timeLeft: { saturating: 140 } }),
    ({ decay, scale, maxInventory }: typeof one | typeof two) =>
      carteaJaimungal({ decay, scale, maxInventory, runningPenalty: 0.2 }),
    liquidation,
  ];
  for (const build of builds) {
    for (const q of [-4, 0, 3]) assertEquals(at(build(one), 0.7, q), at(build(two), 0.7, q));
  }
});

Deno.test("carteaJaimungal() of sides that differ is gueantLehalle() without risk aversion and with its penalty", () => {
  const beliefs = { scale: { bid: 5, ask: 8 }, decay: { bid: 2, ask: 1 }, maxInventory: 5 };
  const running = carteaJaimungal({ ...beliefs, runningPenalty: 0.3, terminalPenalty: 0.1 });
  const penalised = gueantLehalle({
    ...beliefs,
    riskAversion: 0,
    volatility: 0,
    penalty: (q) => 0.3 * q * q,
    terminalPenalty: (q) => 0.1 * q * q,
  });
  for (const q of [-5, -1, 0, 2]) {
    assertAlmostEquals(at(running, 2, q).bidDepth, at(penalised, 2, q).bidDepth, 1e-9);
  }
});

Deno.test("liquidation() sells at the ask's terms and buys back at the bid's", () => {
  const beliefs = { riskAversion: 0.05, volatility: 0.3, maxInventory: 6, endCost: 3 };
  const both = liquidation({
    ...beliefs,
    scale: { bid: 0.2, ask: 0.1 },
    decay: { bid: 0.5, ask: 0.3 },
  });
  const seller = liquidation({ ...beliefs, scale: 0.1, decay: 0.3 });
  const buyer = liquidation({ ...beliefs, scale: 0.2, decay: 0.5 });
  for (const q of [1, 4, 6]) {
    assertEquals(at(both, 200, q), at(seller, 200, q));
    assertEquals(at(both, 200, -q), at(buyer, 200, -q));
  }
});

Deno.test("avellanedaStoikov() gives each side its own fill term, and refuses sides that differ where it saturates", () => {
  const beliefs = { riskAversion: 0.1, volatility: 2 };
  for (const timeLeft of ["clock", { floor: 0.2 }, { constant: 1 }, { infinite: 9 }] as const) {
    const build = (decay: Sides) => avellanedaStoikov({ ...beliefs, decay, timeLeft });
    for (const q of [-2, 0, 5]) {
      const both = at(build({ bid: 1.5, ask: 2 }), 0.6, q);
      assertEquals(both.bidDepth, at(build(1.5), 0.6, q).bidDepth);
      assertEquals(both.askDepth, at(build(2), 0.6, q).askDepth);
    }
  }
  assertThrows(
    () =>
      avellanedaStoikov({
        ...beliefs,
        decay: { bid: 1.5, ask: 2 },
        timeLeft: { saturating: 140 },
      }),
    RangeError,
    "Cannot build avellanedaStoikov as decay must be the same for bid and ask: current value is bid 1.5, ask 2; " +
      "gueantLehalle, or another horizon rule, serves sides that differ",
  );
});

Deno.test("Sides are refused where one is missing or out of range, by name", () => {
  const options = { ...paper, maxInventory: 4 };
  const refuses = (change: object, words: string, kind: new () => Error = RangeError) =>
    assertThrows(() => gueantLehalle({ ...options, ...change }), kind, words);
  refuses({ decay: { bid: 1, ask: 0 } }, "decay.ask must be > 0 and finite: current value is 0");
  refuses({ decay: { bid: 1 } }, "decay must be a number > 0 or { bid, ask }", TypeError);
  refuses({ decay: { bid: NaN, ask: 1 } }, "decay.bid must be > 0 and finite");
  refuses({ terminalPenalty: () => Infinity }, "finite where the sides differ in decay");
});
