/** The laws that every strategy keeps, one function each, so that a wrong strategy can be shown to break them. */
import type { Quote, Situation, Strategy } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

/** What a strategy is built from, in units that the scaling laws change. */
export interface Beliefs {
  /** Risk aversion γ, in 1/currency. */
  readonly riskAversion: number;
  /** Volatility σ, in currency/√time. */
  readonly volatility: number;
  /** Decay k, in 1/currency. */
  readonly decay: number;
  /** Scale A, in fills/time. */
  readonly scale: number;
  /** Horizon T. */
  readonly horizon: number;
  /** Order size Δ, in units. */
  readonly orderSize: number;
  /** One currency unit of the unscaled world: amounts of money given by hand are multiples of it. */
  readonly currency: number;
  /**
   * One unit of quantity of the unscaled world: depths and prices given by hand are multiples of currency ÷
   * quantity.
   */
  readonly quantity: number;
  /** One time unit of the unscaled world: times given by hand are multiples of it. */
  readonly time: number;
}

/** What a strategy is told: the beliefs without the units of the unscaled world. */
export function told(beliefs: Beliefs): Omit<Beliefs, "currency" | "quantity" | "time"> {
  const { currency: _, quantity: __, time: ___, ...rest } = beliefs;
  return rest;
}

/** One random case: beliefs, and where the strategy is asked. */
export interface Case {
  readonly beliefs: Beliefs;
  readonly situation: Situation;
}

function assertSame(actual: number, expected: number): void {
  assertAlmostEquals(actual, expected, 1e-9 * (1 + Math.abs(expected)));
}

/** More inventory lowers both quotes, or leaves them: the bid is deeper, the ask less deep. */
export function assertLowersQuotes(strategy: Strategy, situation: Situation, more: number): void {
  const now = strategy.quote(situation);
  const heavier = strategy.quote({ ...situation, inventory: more });
  const slack = 1e-12 * (1 + Math.abs(now.bidDepth) + Math.abs(now.askDepth));
  assert(heavier.bidDepth >= now.bidDepth - slack || heavier.bidDepth === Infinity);
  assert(heavier.askDepth <= now.askDepth + slack || now.askDepth === Infinity);
}

/** The ask at q is the bid at −q. */
export function assertSymmetric(strategy: Strategy, situation: Situation): void {
  const now = strategy.quote(situation);
  const mirrored = strategy.quote({ ...situation, inventory: -situation.inventory });
  assertSame(now.askDepth, mirrored.bidDepth);
  assertSame(now.bidDepth, mirrored.askDepth);
}

/** Told in other units, a strategy quotes the same depths, each times `depth`. */
function assertScales(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  other: {
    readonly beliefs: Partial<Beliefs>;
    readonly situation: Partial<Situation>;
    readonly depth: number;
  },
): void {
  const scaled = build({ ...beliefs, ...other.beliefs }).quote({
    ...situation,
    ...other.situation,
  });
  const plain = build(beliefs).quote(situation);
  assertSame(scaled.bidDepth / other.depth, plain.bidDepth);
  assertSame(scaled.askDepth / other.depth, plain.askDepth);
}

/** Time in another unit, σ ÷ √c and A ÷ c, leaves quotes alone. */
export function assertDeafToTimeUnit(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const { volatility, scale, horizon, time } = beliefs;
  assertScales(build, { beliefs, situation }, {
    beliefs: {
      volatility: volatility / Math.sqrt(c),
      scale: scale / c,
      horizon: horizon * c,
      time: time * c,
    },
    situation: { time: situation.time * c, timeLeft: situation.timeLeft * c },
    depth: 1,
  });
}

/** Prices in another unit, σ × c, γ ÷ c and k ÷ c, scale the depths by c. */
export function assertScalesWithPrice(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const { volatility, riskAversion, decay, currency } = beliefs;
  assertScales(build, { beliefs, situation }, {
    beliefs: {
      volatility: volatility * c,
      riskAversion: riskAversion / c,
      decay: decay / c,
      currency: currency * c,
    },
    situation: { midPrice: situation.midPrice * c },
    depth: c,
  });
}

/** Quantity in another unit: everything per unit ÷ c, the order size × c, leaves what orders earn alone. */
export function assertScalesWithQuantity(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const { volatility, decay, orderSize, quantity } = beliefs;
  assertScales(build, { beliefs, situation }, {
    beliefs: {
      volatility: volatility / c,
      decay: decay * c,
      orderSize: orderSize * c,
      quantity: quantity * c,
    },
    situation: { midPrice: situation.midPrice / c, inventory: situation.inventory * c },
    depth: 1 / c,
  });
}

/** What is no situation is refused in a sentence that names it: never a riddle, never a depth of NaN. */
export function assertAskedInWords(strategy: Strategy, situation: Situation): void {
  const ask = strategy.quote as (asked?: unknown) => Quote;
  const { readsPrice, readsTime } = strategy;
  const { inventory, ...rest } = situation;
  const wrong: readonly (readonly [asked: unknown, words: string])[] = [
    [undefined, "situation must be a record"],
    [null, "situation must be a record"],
    [3, "situation must be a record"],
    [{}, "situation.time must be a number"],
    [rest, "situation.inventory must be a number"],
    [{ ...rest, inventry: inventory }, "has no option inventry: did you mean inventory?"],
    [{ ...rest, q: inventory }, "has no option q: did you mean inventory?"],
    [{ ...situation, inventory: String(inventory) }, "situation.inventory must be a number"],
    ...[NaN, Infinity].map((held) =>
      [{ ...situation, inventory: held }, "situation.inventory must be a finite number"] as const
    ),
    ...(readsTime ? [-1, NaN, undefined] : []).map((timeLeft) =>
      [{ ...situation, timeLeft }, "situation.timeLeft must be"] as const
    ),
    ...(readsPrice ? [NaN, "100"] : []).map((midPrice) =>
      [{ ...situation, midPrice }, "situation.midPrice must be"] as const
    ),
  ];
  for (const [asked, words] of wrong) {
    const { message } = assertThrows(() => ask(asked), Error, words);
    assert(message.startsWith(`Cannot quote with ${strategy.name} as situation`), message);
  }
}

/** What a strategy says it does not read does not move its quotes. */
export function assertReadsWhatItSays(strategy: Strategy, situation: Situation): void {
  const { readsPrice, readsTime, quote } = strategy;
  const { time, timeLeft, midPrice } = situation;
  const elsewhere: Partial<Situation>[] = [
    ...(readsPrice ? [] : [midPrice + 37, -midPrice, NaN].map((price) => ({ midPrice: price }))),
    ...(readsTime ? [] : [{ time: time + timeLeft / 2, timeLeft: timeLeft / 2 }]),
  ];
  for (const other of elsewhere) {
    assertEquals(quote({ ...situation, ...other }), quote(situation));
  }
}
