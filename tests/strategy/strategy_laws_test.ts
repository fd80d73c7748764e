import { avellanedaStoikov, type Quote, type Strategy } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";
import { quoteCentre } from "../../lib/strategy/strategy.ts";
import {
  assertAskedInWords,
  assertDeafToTimeUnit,
  assertLowersQuotes,
  assertReadsWhatItSays,
  assertScalesWithPrice,
  assertScalesWithQuantity,
  assertSymmetric,
  type Beliefs,
  told,
} from "./quote_laws.ts";

const beliefs: Beliefs = {
  riskAversion: 0.1,
  volatility: 2,
  decay: 1.5,
  scale: 140,
  horizon: 1,
  orderSize: 1,
  currency: 1,
  quantity: 1,
  time: 1,
};
const situation = { time: 0.25, timeLeft: 0.75, midPrice: 100, inventory: 2 };

const as = (b: Beliefs) => avellanedaStoikov(told(b));
const changed = (change: (quote: Quote, b: Beliefs) => Quote) => (b: Beliefs): Strategy => {
  const { quote, ...rest } = as(b);
  return { ...rest, quote: (asked) => change(quote(asked), b) };
};

Deno.test("assertLowersQuotes() refuses a strategy that leans the wrong way", () => {
  const wrong = changed(({ bidDepth, askDepth }) => ({ bidDepth: askDepth, askDepth: bidDepth }));
  assertLowersQuotes(as(beliefs), situation, 3);
  assertThrows(() => assertLowersQuotes(wrong(beliefs), situation, 3));
});

Deno.test("assertSymmetric() refuses a strategy with a shifted bid", () => {
  const wrong = changed((quote) => ({ ...quote, bidDepth: quote.bidDepth + 0.001 }));
  assertSymmetric(as(beliefs), situation);
  assertThrows(() => assertSymmetric(wrong(beliefs), situation));
});

Deno.test("assertDeafToTimeUnit() refuses σ for σ² and a forgotten time left", () => {
  const random = { beliefs, situation };
  assertDeafToTimeUnit(as, random, 7);
  assertThrows(() =>
    assertDeafToTimeUnit((b) => as({ ...b, volatility: Math.sqrt(b.volatility) }), random, 7)
  );
  assertThrows(() =>
    assertDeafToTimeUnit((b) => avellanedaStoikov({ ...b, timeLeft: { constant: 1 } }), random, 7)
  );
});

Deno.test("assertScalesWithPrice() refuses a fill term of ln(1 + γ/k) without 1/γ", () => {
  const random = { beliefs, situation };
  assertScalesWithPrice(as, random, 7);
  const wrong = changed(({ bidDepth, askDepth }, { riskAversion, decay }) => {
    const term = Math.log1p(riskAversion / decay);
    const excess = term / riskAversion - term;
    return { bidDepth: bidDepth - excess, askDepth: askDepth - excess };
  });
  assertThrows(() => assertScalesWithPrice(wrong, random, 7));
});

Deno.test("assertScalesWithQuantity() refuses a strategy that does not know its order size", () => {
  const random = { beliefs, situation };
  assertScalesWithQuantity(as, random, 7);
  const deaf = (b: Beliefs) => as({ ...b, orderSize: 1 });
  assertThrows(() => assertScalesWithQuantity(deaf, random, 7));
});

Deno.test("assertReadsWhatItSays() refuses a strategy that reads in secret what it says it does not", () => {
  const reader = (quote: Strategy["quote"]): Strategy => ({
    name: "secret",
    readsPrice: false,
    readsTime: false,
    quote,
  });
  assertReadsWhatItSays(reader(() => ({ bidDepth: 1, askDepth: 1 })), situation);
  assertThrows(() =>
    assertReadsWhatItSays(
      reader(({ midPrice }) => ({ bidDepth: midPrice / 100, askDepth: 1 })),
      situation,
    )
  );
  assertThrows(() =>
    assertReadsWhatItSays(
      reader(({ timeLeft }) => ({ bidDepth: 1, askDepth: 1 + timeLeft })),
      situation,
    )
  );
});

Deno.test("assertAskedInWords() refuses a strategy that answers NaN, or with a riddle", () => {
  assertAskedInWords(as(beliefs), situation);
  const quote: Strategy["quote"] = ({ inventory }) => ({ bidDepth: inventory, askDepth: 1 });
  const deaf: Strategy = { name: "deaf", readsPrice: false, readsTime: false, quote };
  assertThrows(() => assertAskedInWords(deaf, situation));
});

Deno.test("quoteCentre() is the middle of bid and ask, and NaN where a side is missing", () => {
  assertEquals(quoteCentre(100, { bidDepth: 0.5, askDepth: 0.5 }), 100);
  assertEquals(quoteCentre(100, { bidDepth: 1.5, askDepth: 0.5 }), 99.5);
  assertEquals(quoteCentre(100, { bidDepth: Infinity, askDepth: 0.5 }), NaN);
  assertEquals(quoteCentre(100, { bidDepth: Infinity, askDepth: Infinity }), NaN);
});
