/**
 * The laws that every strategy keeps, once for all of them.
 *
 * A new strategy adds one call of {@linkcode testStrategyLaws} with a way to build it from beliefs. The
 * laws themselves stand in quote_laws.ts.
 */
import type { Strategy } from "@digital-market-maker/lab";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  assertAskedInWords,
  assertDeafToTimeUnit,
  assertLowersQuotes,
  assertReadsWhatItSays,
  assertScalesWithPrice,
  assertScalesWithQuantity,
  assertSymmetric,
  type Beliefs,
  type Case,
} from "./quote_laws.ts";

export interface StrategyLaws {
  readonly name: string;
  readonly build: (beliefs: Beliefs) => Strategy;
  /** Inventories run from −maxInventory to maxInventory, in orders. */
  readonly maxInventory: number;
  /** How many of the two quotes the first unit held moves, and not only never the wrong way. @default {2} */
  readonly leans?: 0 | 1 | 2;
  /** Whether the ask at q is the bid at −q. @default {true} */
  readonly symmetric?: boolean;
  /** Random cases a law is tried on. @default {100} */
  readonly runs?: number;
  /** Steps of the grid whose times alone it is asked at. @default {any time} */
  readonly steps?: number;
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

export function testStrategyLaws(
  { name, build, maxInventory, leans = 2, symmetric = true, runs = 100, steps = Infinity }:
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

  Deno.test(`${name} moves ${leans} of its quotes with inventory`, () => {
    const { quote } = build(BASE);
    const flat = quote(HAND), long = quote({ ...HAND, inventory: 1 });
    const moved = [long.bidDepth > flat.bidDepth, long.askDepth < flat.askDepth];
    assertEquals(moved.filter((one) => one).length, leans);
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

  law("says what is wrong where it is asked about no situation", ({ beliefs, situation }) => {
    assertAskedInWords(build(beliefs), situation);
  });

  law("reads no more than it says", ({ beliefs, situation }) => {
    assertReadsWhatItSays(build(beliefs), situation);
  });
}
