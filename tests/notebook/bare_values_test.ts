import {
  compare,
  drawTape,
  exactMoments,
  scenario,
  simulate,
  streams,
  tapeOf,
  timeGrid,
  trade,
} from "@digital-market-maker/lab";
import { displayMethod } from "@digital-market-maker/lab/notebook";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { bareValueBundle } from "../../lib/notebook/bare_values.ts";

const readme = scenario("readme", { horizon: 252, steps: 252 });
const tape = drawTape(readme.market, readme.grid, streams(42));
const text = (value: unknown) => `${bareValueBundle(value)?.["text/plain"]}`;

Deno.test("bareValueBundle() says of a tape how long it is, where it goes and what it was drawn from", () => {
  const [first, last] = [tape.midPrice[0], tape.midPrice[252]];
  assertMatch(text(tape), /^tape: 252 steps, 100 → [\d.]+, seed 42$/);
  assert(Math.abs(Number(/→ ([\d.]+)/.exec(text(tape))![1]) - last) < 0.05 && first === 100);
  const other = drawTape(readme.market, readme.grid, streams("a b"), 7);
  assertMatch(text(other), /, seed a b, path 7$/);
  const own = tapeOf({ horizon: 1, midPrice: [5, 6], buyReach: [1], sellReach: [-Infinity] });
  assertEquals(text(own), "tape: 1 step, 5 → 6");
});

Deno.test("bareValueBundle() says of a session who traded how often, what is left and what was earned", () => {
  const session = trade(tape, readme.traders.as);
  const sum = (column: Float64Array) => column.reduce((a, b) => a + b);
  const words = text(session);
  assertStringIncludes(
    words,
    `session of ${session.name}: 252 steps, ${sum(session.bought)} bought`,
  );
  assertStringIncludes(words, `${sum(session.sold)} sold`);
  assertStringIncludes(words, `${session.inventory[252]} at the end`.replace("-", "−"));
  const profit = Number(words.split("profit ")[1].replace("−", "-"));
  assert(Math.abs(profit - (session.wealth[252] - session.wealth[0])) <= 0.005);
});

Deno.test("bareValueBundle() shows what simulate() answers as a table of profits with quantiles", () => {
  const run = simulate({ ...readme, paths: 200, seed: 1 });
  const lines = text(run).split("\n");
  assertEquals(lines[0].split(/ {2,}/), [
    ...["trader", "mean", "sd", "5 %", "median", "95 %", "sd of final q"],
  ]);
  assertEquals(lines.slice(1, 3).map((line) => line.split(/ +/)[0]), ["naive", "as"]);
  assertEquals(lines.at(-1), "Profits of 200 paths, seed 1");
  const html = `${bareValueBundle(run)!["text/html"]}`;
  assertStringIncludes(html, "<table>");
  for (const part of [run.traders.as, run.traders.as.finals]) {
    assertStringIncludes(text(part), "Profits of 200 paths");
  }
});

Deno.test("bareValueBundle() leaves alone what says how it looks, words, and what is short already", () => {
  const figure = { [displayMethod]: () => ({ "text/plain": "a figure" }) };
  for (
    const value of [figure, "words", 7, true, null, undefined, [1, 2], { a: 1, b: "x" }, new Map()]
  ) {
    assertEquals(bareValueBundle(value), undefined, Deno.inspect(value));
  }
  assertStringIncludes(
    `${bareValueBundle(compare(readme, undefined, { paths: 50 }))?.["text/html"]}`,
    "<table>",
  );
});

Deno.test("bareValueBundle() prints numbers with six digits and never cuts before the point", () => {
  assertEquals(text(0.8000000000000114), "0.8");
  assertEquals(text(1234567.891), "1234568");
  assertEquals(
    text({ mean: 64.89254308561934, deep: [{ sd: 6.543152441953327 }] }),
    [
      "{ mean: 64.8925, deep: [ { sd: 6.54315 } ] }",
    ].join("\n"),
  );
  assertEquals(text([1 / 3, NaN, -Infinity]), "[ 0.333333, NaN, -Infinity ]");
  assertEquals(text(new Float64Array([1 / 3])), "Float64Array(1) [ 0.333333 ]");
});

Deno.test("bareValueBundle() of anything the library answers is no page of digits", () => {
  const run = simulate({ ...readme, paths: 20, seed: 1, record: { sessions: [0], perStep: true } });
  const values: readonly unknown[] = [
    tape,
    tape.midPrice,
    [...tape.buyReach],
    { tape },
    [tape, tape],
    run,
    run.traders.naive.perStep,
    run.traders.naive.sessions,
    exactMoments(readme, "as"),
    timeGrid({ horizon: 1, steps: 3 }),
    new Float64Array(100_000),
    new Float64Array(20).fill(NaN),
    Array.from({ length: 3 }, () => tape.midPrice),
  ];
  for (const value of values) {
    const shown = bareValueBundle(value)?.["text/plain"] ?? Deno.inspect(value);
    assert(`${shown}`.length < 2500, `${`${shown}`.length}: ${`${shown}`.slice(0, 600)}`);
  }
  assertMatch(
    text(tape.midPrice),
    /^\[ 253 numbers in [\d.]+ … [\d.]+: 100, [\d.]+, [\d.]+, …, [\d.]+ \]$/,
  );
});
