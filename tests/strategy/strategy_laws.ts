/**
 * The laws that every strategy keeps, once for all of them.
 *
 * A new strategy adds one call of {@linkcode testStrategyLaws} with a way to build it from beliefs. The
 * laws themselves are exported, so that a wrong strategy can be shown to break them.
 */
import type { Situation, Strategy } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";

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

export interface StrategyLaws {
  readonly name: string;
  readonly build: (beliefs: Beliefs) => Strategy;
  /** Inventories run from −maxInventory to maxInventory, in orders. */
  readonly maxInventory: number;
  /** Whether more inventory moves the quotes, and not only never the wrong way. @default {true} */
  readonly leans?: boolean;
  /** Whether the ask at q is the bid at −q. @default {true} */
  readonly symmetric?: boolean;
  /** Random cases a law is tried on. @default {100} */
  readonly runs?: number;
  /** Steps of the grid whose times alone it is asked at. @default {any time} */
  readonly steps?: number;
}

/** One random case: beliefs, and where the strategy is asked. */
interface Case {
  readonly beliefs: Beliefs;
  readonly situation: Situation;
}

const BASE: Beliefs = {
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

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function cases(maxInventory: number, steps: number): fc.Arbitrary<Case> {
  return fc.record({
    riskAversion: number(0.001, 1),
    volatility: number(0.1, 3),
    decay: number(0.3, 3),
    scale: number(1, 200),
    orderSize: fc.constantFrom(1, 0.1, 3, 250),
    elapsed: steps < Infinity ? fc.integer({ min: 0, max: steps - 1 }) : number(0, 1),
    midPrice: number(20, 200),
    lots: fc.integer({ min: -maxInventory, max: maxInventory }),
  }).map(({ elapsed, midPrice, lots, ...beliefs }) => {
    const time = steps < Infinity ? elapsed / steps : elapsed;
    return {
      beliefs: { ...BASE, ...beliefs },
      situation: { time, timeLeft: 1 - time, midPrice, inventory: lots * beliefs.orderSize },
    };
  });
}

const SCALINGS = [0.01, 0.3, 7, 390];
const HAND = { time: 0, timeLeft: 1, midPrice: 100, inventory: 0 };

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

/** Time in another unit, σ ÷ √c and A ÷ c, leaves quotes alone. */
export function assertDeafToTimeUnit(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const scaled = build({
    ...beliefs,
    volatility: beliefs.volatility / Math.sqrt(c),
    scale: beliefs.scale / c,
    horizon: beliefs.horizon * c,
    time: beliefs.time * c,
  }).quote({ ...situation, time: situation.time * c, timeLeft: situation.timeLeft * c });
  const plain = build(beliefs).quote(situation);
  assertSame(scaled.bidDepth, plain.bidDepth);
  assertSame(scaled.askDepth, plain.askDepth);
}

/** Prices in another unit, σ × c, γ ÷ c and k ÷ c, scale the depths by c. */
export function assertScalesWithPrice(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const scaled = build({
    ...beliefs,
    volatility: beliefs.volatility * c,
    riskAversion: beliefs.riskAversion / c,
    decay: beliefs.decay / c,
    currency: beliefs.currency * c,
  }).quote({ ...situation, midPrice: situation.midPrice * c });
  const plain = build(beliefs).quote(situation);
  assertSame(scaled.bidDepth / c, plain.bidDepth);
  assertSame(scaled.askDepth / c, plain.askDepth);
}

/** Quantity in another unit: everything per unit ÷ c, the order size × c, leaves what orders earn alone. */
export function assertScalesWithQuantity(
  build: (beliefs: Beliefs) => Strategy,
  { beliefs, situation }: Case,
  c: number,
): void {
  const scaled = build({
    ...beliefs,
    volatility: beliefs.volatility / c,
    decay: beliefs.decay * c,
    orderSize: beliefs.orderSize * c,
    quantity: beliefs.quantity * c,
  }).quote({
    ...situation,
    midPrice: situation.midPrice / c,
    inventory: situation.inventory * c,
  });
  const plain = build(beliefs).quote(situation);
  assertSame(scaled.bidDepth * c, plain.bidDepth);
  assertSame(scaled.askDepth * c, plain.askDepth);
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

export function testStrategyLaws(
  { name, build, maxInventory, leans = true, symmetric = true, runs = 100, steps = Infinity }:
    StrategyLaws,
): void {
  const parameters = { seed: 20240808, numRuns: runs };
  const law = (title: string, holds: (random: Case) => void) =>
    Deno.test(`${name} ${title}`, () => {
      fc.assert(fc.property(cases(maxInventory, steps), holds), parameters);
    });

  law("answers depths above −Infinity, the same whenever asked", ({ beliefs, situation }) => {
    const strategy = build(beliefs);
    const first = strategy.quote(situation);
    assert(first.bidDepth > -Infinity && first.askDepth > -Infinity);
    strategy.quote({ ...situation, inventory: 0 });
    assertEquals(strategy.quote(situation), first);
    assertEquals(build(beliefs).quote(situation), first);
  });

  law("lowers both quotes as inventory grows", ({ beliefs, situation }) => {
    const strategy = build(beliefs);
    const { orderSize } = beliefs;
    const lots = Math.round(situation.inventory / orderSize);
    for (let more = lots + 1; more <= maxInventory; more++) {
      assertLowersQuotes(strategy, situation, more * orderSize);
    }
  });

  Deno.test(`${name} ${leans ? "moves" : "does not move"} its quotes with inventory`, () => {
    const { quote } = build(BASE);
    const flat = quote(HAND), long = quote({ ...HAND, inventory: 1 });
    assertEquals(long.bidDepth > flat.bidDepth, leans);
    assertEquals(long.askDepth < flat.askDepth, leans);
  });

  if (symmetric) {
    law("asks at q what it bids at −q", ({ beliefs, situation }) => {
      assertSymmetric(build(beliefs), situation);
    });
  }

  law("does not care in which unit time is counted", (random) => {
    for (const c of SCALINGS) assertDeafToTimeUnit(build, random, c);
  });

  law("scales its depths with the unit of prices", (random) => {
    for (const c of SCALINGS) assertScalesWithPrice(build, random, c);
  });

  law("does not care in which unit quantity is counted", (random) => {
    for (const c of SCALINGS) assertScalesWithQuantity(build, random, c);
  });

  law("reads no more than it says", ({ beliefs, situation }) => {
    assertReadsWhatItSays(build(beliefs), situation);
  });
}
