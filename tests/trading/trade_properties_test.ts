import { attribution, type Session, trade } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { assertIdentity, tapes, traders } from "./random_trades.ts";

const parameters = { seed: 20080401, numRuns: 400 };
const property = (title: string, holds: (session: Session, ...rest: Drawn) => void) =>
  Deno.test(`trade() ${title}`, () => {
    fc.assert(
      fc.property(tapes, traders, (tape, trader) => holds(trade(tape, trader), tape, trader)),
      parameters,
    );
  });
type Drawn = [
  tape: Parameters<typeof trade>[0],
  trader: Parameters<typeof trade>[1],
];

property("explains every step's gain exactly", (session) => assertIdentity(session));

property("attributes the whole profit", (session) => {
  const { spread, inventory, rebates, fees, crossing, profit } = attribution(session);
  const { wealth, cash } = session;
  const scale = Math.max(1, ...wealth.map(Math.abs), ...cash.map(Math.abs));
  assertAlmostEquals(spread + inventory + rebates + fees + crossing, profit, 1e-12 * scale);
});

property("marks wealth at the mid and starts with nothing", (session) => {
  const { wealth, cash, inventory, midPrice } = session;
  assertEquals([wealth[0], cash[0], inventory[0]], [0, 0, 0]);
  wealth.forEach((value, n) => assertEquals(value, cash[n] + inventory[n] * midPrice[n]));
});

property("moves inventory by its trades, in whole orders", (session, _, { execution }) => {
  const { inventory, bought, sold, crossed } = session;
  bought.forEach((units, n) => {
    assertAlmostEquals(inventory[n + 1] - inventory[n], units - sold[n] + crossed[n], 1e-12);
    assertEquals(
      inventory[n + 1],
      Math.round(inventory[n + 1] / execution.orderSize) * execution.orderSize,
    );
  });
});

property(
  "fills a quote when, and only when, its depth is within the reach",
  (session, tape, trader) => {
    const { orderSize } = trader.execution;
    session.bought.forEach((units, n) => {
      const bidDepth = session.midPrice[n] - session.bid[n];
      const askDepth = session.ask[n] - session.midPrice[n];
      // A depth taken back from a price is right to rounding only.
      if (Math.abs(bidDepth - tape.sellReach[n]) > 1e-9) {
        assertEquals(units, bidDepth < tape.sellReach[n] ? orderSize : 0);
      }
      if (Math.abs(askDepth - tape.buyReach[n]) > 1e-9) {
        assertEquals(session.sold[n], askDepth < tape.buyReach[n] ? orderSize : 0);
      }
    });
  },
);

property("keeps the limit as its rule says", (session, _, { execution }) => {
  const { limit, breach, orderSize } = execution;
  const { inventory, crossed, bid, ask } = session;
  const slack = 1e-9;
  crossed.forEach((units, n) => {
    const beyond = Math.abs(inventory[n]) > limit + slack;
    if (breach === "none") assertEquals(units, 0);
    if (breach === "flatten") {
      assert(Math.abs(inventory[n + 1]) <= limit + slack);
      if (units !== 0) assertEquals(inventory[n + 1], 0);
    }
    if (breach === "cross-one") {
      assert(Math.abs(inventory[n + 1]) <= limit + orderSize + slack);
      assertEquals(units, beyond ? -Math.sign(inventory[n]) * orderSize : 0);
      if (beyond) assert(Number.isNaN(bid[n]) && Number.isNaN(ask[n]));
    }
  });
});

property("never quotes tighter than the clamp within the limit", (session, _, { execution }) => {
  const { limit, minimumDepth } = execution;
  session.bid.forEach((bid, n) => {
    if (Math.abs(session.inventory[n]) > limit) return;
    if (!Number.isNaN(bid)) assert(session.midPrice[n] - bid >= minimumDepth - 1e-9);
    const ask = session.ask[n];
    if (!Number.isNaN(ask)) assert(ask - session.midPrice[n] >= minimumDepth - 1e-9);
  });
});

property("shifts the mid by ξ for each of our fills so far", (session, tape, { execution }) => {
  const { impact, orderSize } = execution;
  let fills = 0;
  session.midPrice.forEach((price, n) => {
    assertAlmostEquals(price, tape.midPrice[n] + impact * fills, 1e-9);
    fills += ((session.sold[n] ?? 0) - (session.bought[n] ?? 0)) / orderSize;
  });
});

property("gives the same session again", (session, tape, trader) => {
  assertEquals(trade(tape, trader), session);
});

Deno.test("assertIdentity() refuses a session with one number wrong", () => {
  const wrong: Readonly<Record<string, (session: Session) => Partial<Session>>> = {
    "a rebate left out": ({ rebates }) => ({ rebates: rebates.map(() => 0) }),
    "a fee of the other sign": ({ fees }) => ({ fees: fees.map((fee) => -fee) }),
    "no crossing costs": ({ crossingCosts }) => ({ crossingCosts: crossingCosts.map(() => 0) }),
    "spread of the ask alone": ({ spreadEarned, bought }) => ({
      spreadEarned: spreadEarned.map((spread, n) => bought[n] > 0 ? 0 : spread),
    }),
    "inventory before the fills": ({ inventory }) => ({
      inventory: inventory.map((_, n) => inventory[Math.max(0, n - 1)]),
    }),
    "a billionth too much wealth": ({ wealth }) => ({
      wealth: wealth.map((value, n) => value + (n === 3 ? 1e-9 : 0)),
    }),
  };
  const sessions = fc.sample(fc.tuple(tapes, traders), { seed: 3, numRuns: 300 })
    .map(([tape, trader]) => trade(tape, trader));
  for (const [what, change] of Object.entries(wrong)) {
    assertThrows(
      () => sessions.forEach((session) => assertIdentity({ ...session, ...change(session) })),
      Error,
      "unexplained",
      what,
    );
  }
});
