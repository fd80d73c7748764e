import * as lab from "@digital-market-maker/lab";
import { assertStringIncludes, assertThrows } from "@std/assert";
import { paper, short, tape } from "./valid_values.ts";

/** Calls as a cell without types makes them. */
// deno-lint-ignore no-explicit-any
const untyped: any = lab;

const { traders } = paper;
const mine = (quote: unknown, more: object = {}) => ({
  strategy: { name: "mine", readsPrice: false, readsTime: false, quote, ...more },
  execution: lab.execution(),
});

const mistakes: Readonly<Record<string, readonly [() => unknown, string]>> = {
  "prices for depths": [
    () => untyped.trade(tape, mine(() => ({ bid: 99, ask: 101 }))),
    "Cannot quote with mine as its answer must be { bidDepth, askDepth }, two distances from the mid-price: current value is a record of bid, ask",
  ],
  "no answer": [() => untyped.trade(tape, mine(() => {})), "current value is undefined"],
  "one depth": [() => untyped.trade(tape, mine(() => 0.5)), "current value is 0.5"],
  "a text for a depth": [
    () => untyped.trade(tape, mine(() => ({ bidDepth: "0.5", askDepth: 1 }))),
    'current value is bidDepth "0.5", askDepth 1',
  ],
  "NaN for a depth": [
    () => untyped.trade(tape, mine(() => ({ bidDepth: NaN, askDepth: 1 }))),
    "depths must be numbers above -Infinity: current values are NaN and 1",
  ],
  "an answer to wait for": [
    () => untyped.trade(tape, mine(() => Promise.resolve({ bidDepth: 1, askDepth: 1 }))),
    "current value is a promise, which has to be awaited",
  ],
  "a strategy that does not say what it reads": [
    () => untyped.exactMoments(short, mine(() => ({}), { readsTime: undefined })),
    "trader.strategy.readsTime must be true or false: current value is undefined",
  ],
  "a strategy without its flags": [
    () =>
      untyped.trade(tape, { ...mine(() => ({})), strategy: { name: "mine", quote: () => ({}) } }),
    "trader.strategy.readsPrice must be true or false: current value is undefined",
  ],
  "a strategy without one of its flags": [
    () =>
      untyped.compare(short, {
        mine: { ...traders.as, strategy: { name: "mine", readsPrice: false, quote: () => ({}) } },
      }),
    "strategy.readsTime must be true or false: current value is undefined",
  ],
  "no answer in a table": [
    () => untyped.exactMoments(short, mine(() => {})),
    "Cannot quote with mine as its answer must be { bidDepth, askDepth }",
  ],
  "wrong answers in a table": [
    () => untyped.exactMoments(short, mine(() => ({ bid: 1, ask: 1 }))),
    "current value is a record of bid, ask",
  ],
  "wrong answers on many paths": [
    () => untyped.simulate({ ...short, traders: { mine: mine(() => 1) }, paths: 2, seed: 1 }),
    "Cannot quote with mine",
  ],
};

for (const [mistake, [call, words]] of Object.entries(mistakes)) {
  Deno.test(`a strategy of one's own, ${mistake}: the error tells so`, () => {
    const { message } = assertThrows(call, Error);
    assertStringIncludes(message, words);
  });
}
