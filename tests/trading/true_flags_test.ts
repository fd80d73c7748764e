import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  compare,
  exactMoments,
  execution,
  policyTable,
  scenario,
  type Situation,
  type Strategy,
  streams,
} from "@digital-market-maker/lab";

const setting = scenario("readme", { horizon: 40, steps: 40 });

function trader(lean: (situation: Situation) => number, flags: Partial<Strategy> = {}) {
  const strategy: Strategy = {
    name: "mine",
    readsPrice: false,
    readsTime: false,
    quote: (situation) => ({ bidDepth: 1 + lean(situation), askDepth: 1 - lean(situation) }),
    ...flags,
  };
  return { strategy, execution: execution() };
}

const byClock: Readonly<Record<string, (situation: Situation) => number>> = {
  "time left": ({ timeLeft }) => timeLeft / 100,
  "time": ({ time }) => time / 100,
  "the last tenth": ({ timeLeft, inventory }) => timeLeft < 4 ? 0.1 * inventory : 0,
  "the afternoon, far out": ({ time, inventory }) => time >= 20 && inventory > 6 ? 0.1 : 0,
};

for (const [what, lean] of Object.entries(byClock)) {
  Deno.test(`policyTable() refuses a rule that reads ${what} and says that it reads no time`, () => {
    const message = "as mine reads the time, and its readsTime is false";
    assertThrows(() => policyTable(setting, trader(lean)), TypeError, message);
    assertThrows(() => exactMoments(setting, trader(lean)), TypeError, message);
    const traders = { ...setting.traders, mine: trader(lean) };
    assertThrows(() => compare(setting, traders, { paths: 4 }), TypeError, message);
    assertEquals(policyTable(setting, trader(lean, { readsTime: true })).stride > 0, true);
  });
}

Deno.test("policyTable() refuses a rule that looks at the price in a comparison, where NaN goes unseen", () => {
  for (const level of [1, 99.5, 1000]) {
    for (const readsTime of [true, false]) {
      const mine = trader(({ midPrice }) => midPrice > level ? 0.1 : 0, { readsTime });
      const message = "as mine reads the mid-price, and its readsPrice is false";
      assertThrows(() => policyTable(setting, mine), TypeError, message);
    }
  }
});

Deno.test("policyTable() says of a rule that reckons with the price that it reads it, whatever comes of NaN", () => {
  const reckoned = [
    ({ midPrice }: Situation) => midPrice / 1000,
    ({ midPrice }: Situation) => Math.max(0, 0.1 * Math.sign(100 - midPrice)),
    ({ midPrice, inventory }: Situation) => inventory > 3 ? midPrice : 0,
  ];
  for (const lean of reckoned) {
    const message = "as mine reads the mid-price, and its readsPrice is false";
    assertThrows(() => policyTable(setting, trader(lean)), TypeError, message);
    assertThrows(() => compare(setting, { mine: trader(lean) }, { paths: 4 }), TypeError, message);
  }
});

Deno.test("policyTable() takes every scenario's traders at their word", () => {
  for (const name of ["paper", "readme", "toxic", "gbm"] as const) {
    const { traders, ...world } = scenario(name);
    for (const one of Object.values(traders)) {
      assert(one.strategy.readsPrice || policyTable(world, one, { maxLots: 8 }).maxLots === 8);
    }
  }
});

Deno.test("policyTable() says of a rule that plays by chance or remembers that it answers in two ways", () => {
  const random = streams(1)("coin");
  let asked = 0;
  for (const lean of [() => random.uniform(), () => ++asked]) {
    for (const readsTime of [true, false]) {
      const message = "as mine answers one question in two ways";
      assertThrows(() => policyTable(setting, trader(lean, { readsTime })), TypeError, message);
    }
  }
});
