import * as lab from "@digital-market-maker/lab";
import * as data from "@digital-market-maker/lab/data";
import * as several from "@digital-market-maker/lab/several";
import { resultsFrame, table } from "@digital-market-maker/lab/frames";
import { wealthFigure } from "@digital-market-maker/lab/notebook";
import { assertStringIncludes, assertThrows } from "@std/assert";
import { market, paper, session, short, tape } from "./valid_values.ts";

/** Calls as a cell without types makes them. */
// deno-lint-ignore no-explicit-any
const untyped: any = { ...lab, ...data, ...several, resultsFrame, table, wealthFigure };

const { traders } = paper;
const result = lab.simulate({ ...short, traders, paths: 3, seed: 1 });
const law = lab.exactLaw(paper, "as", { tolerance: 1e-3, deviations: 6 });
// deno-lint-ignore no-explicit-any
const untypedLaw: any = law;
const flat = { horizon: 1, midPrice: [1, 1], buyReach: [0], sellReach: [0] };
const pair = {
  assets: [{ scale: 1, decay: 1, maxOrders: 2 }, { scale: 1, decay: 1, maxOrders: 2 }],
  covariance: [[1, 0.5], [0.5, 1]],
  riskAversion: 1,
  horizon: 1,
};
const closed = {
  assets: pair.assets.map(({ maxOrders: _, ...beliefs }) => beliefs),
  covariance: pair.covariance,
  riskAversion: 1,
};

const mistakes: Readonly<Record<string, readonly [() => unknown, string]>> = {
  "a law read nowhere": [() => untypedLaw.density(), "read the density as x must be a number"],
  "a law read at a text": [
    () => untypedLaw.distribution("3"),
    'Cannot read the distribution as x must be a number: current value is "3"',
  ],
  "a quantile at a text": [
    () => untypedLaw.quantile("0.5"),
    'p must be between 0 and 1: current value is "0.5"',
  ],
  "a stream without a name": [
    () => untyped.streams(1)(),
    "Cannot open a random stream as name must be a text: current value is undefined",
  ],
  "a share of sessions beside a deviation": [
    () => untyped.chooseRiskAversion(paper, { inventorySd: 2, probability: 0.01 }),
    "probability must be left out beside inventorySd",
  ],
  "milliseconds for a start": [
    () => untyped.csv(session, { start: 1_700_000_000_000 }),
    "start must be in microseconds since 1970, between 1990 and 2100",
  ],
  "milliseconds for a tape's start": [
    () => untyped.tapeOf({ ...flat, start: 1_700_000_000_000 }),
    "start must be in microseconds since 1970, between 1990 and 2100",
  ],
  "drifts for other assets": [
    () => untyped.gueantLehalleMany({ ...pair, drift: [1] }),
    "drift must be a list of 2 numbers, one an asset: current value is [1]",
  ],
  "several assets asked about nothing": [
    () => untyped.gueantLehalleMany(pair).quote(),
    "situation must be a record of timeLeft, inventories: current value is undefined",
  ],
  "several assets asked about one": [
    () => untyped.gueantLehalleMany(pair).quote({ timeLeft: 1, inventories: [1] }),
    "inventories must be a list of 2 numbers, one an asset: current value is [1]",
  ],
  "texts for inventories": [
    () => untyped.gueantLehalleManyClosedForm(closed).quote({ timeLeft: 1, inventories: ["1", 2] }),
    'inventories[0] must be a finite number: current value is "1"',
  ],
  "a seed for its streams": [
    () => untyped.drawTape(market, short.grid, 42),
    "random must be the streams of a seed, such as streams(1): current value is 42",
  ],
  "streams that were not called": [
    () => untyped.drawTape(market, short.grid, lab.streams),
    "current value is the function streams",
  ],
  "a grid that was not built": [
    () => untyped.drawTape(market, { horizon: 1, steps: 20 }, lab.streams(1)),
    "grid.dt must be a number: current value is undefined",
  ],
  "a market's field misspelt": [
    () => untyped.drawTape({ ...market, prise: 1 }, short.grid, lab.streams(1)),
    "market has no option prise: did you mean price?",
  ],
  "traders for one of them": [
    () => untyped.trade(tape, traders),
    "trader must be a trader, such as { strategy, execution }: current value is a record with a trader",
  ],
  "arguments the other way round": [
    () => untyped.trade(traders.as, tape),
    "tape must be a tape, such as drawTape(market, grid, streams(1)): current value is a trader",
  ],
  "a strategy for a trader": [
    () => untyped.trade(tape, lab.naive({ halfSpread: 1 })),
    "current value is a strategy",
  ],
  "a constructor that was not called": [
    () => untyped.trade(tape, { strategy: lab.naive, execution: lab.execution() }),
    "trader.strategy must be a strategy, such as naive({ halfSpread: 0.65 }): current value is the function naive",
  ],
  "terms that were not completed": [
    () => untyped.trade(tape, { strategy: lab.naive({ halfSpread: 1 }), execution: { limit: 3 } }),
    "trader.execution.rebate must be a number: current value is undefined",
  ],
  "a job's field misspelt": [
    () => untyped.simulate({ path: 10 }),
    "Cannot simulate as it has no option path: did you mean paths?",
  ],
  "a job with one field": [
    () => untyped.simulate({ paths: 10 }),
    "Cannot simulate as market must be a market, such as { price, flow }: current value is undefined",
  ],
  "a number of paths as text": [
    () => untyped.simulate({ ...paper, paths: "10", seed: 1 }),
    'paths must be a whole number >= 1: current value is "10"',
  ],
  "a result for rows": [
    () => untyped.table(result),
    "resultsFrame() the traders of a result: current value is the result of a simulation",
  ],
  "a result for its traders": [
    () => untyped.resultsFrame(result),
    "such as simulate(job).traders, by name, at least one: current value is the result of a simulation",
  ],
  "a number for a record": [
    () => untyped.naive(0.65),
    "Cannot build naive as its options must be a record of halfSpread: current value is 0.65",
  ],
  "options in the place of traders": [
    () => untyped.compare(paper, { paths: 10 }),
    "traders must be a record of traders by name, or a list of names; options come after it",
  ],
  "one session for a list": [
    () => untyped.wealthFigure(session),
    "sessions must be a list of sessions, at least one: current value is a session",
  ],
};

for (const [mistake, [call, words]] of Object.entries(mistakes)) {
  Deno.test(`${mistake}: the error tells so`, () => {
    const { message } = assertThrows(call, Error);
    assertStringIncludes(message, words);
  });
}

Deno.test("horizon rules are one rule each, of names that exist", () => {
  const beliefs = { riskAversion: 0.1, volatility: 2, decay: 1.5 };
  const refuses = (timeLeft: unknown, words: string) =>
    assertStringIncludes(
      assertThrows(() => untyped.avellanedaStoikov({ ...beliefs, timeLeft }), Error).message,
      words,
    );
  refuses({ saturatin: 140 }, "timeLeft has no option saturatin: did you mean saturating?");
  refuses({ saturating: 140, endPenalti: 1 }, "did you mean endPenalty?");
  refuses({ floor: 1, constant: 1 }, 'timeLeft must be "clock", { floor }');
  refuses({ constant: 1, endPenalty: 1 }, "timeLeft.endPenalty must be left out");
  refuses({}, 'timeLeft must be "clock"');
  refuses(1, "current value is 1");
});
