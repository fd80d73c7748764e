import {
  drawTape,
  execution,
  type MonteCarloJob,
  naive,
  quantiles,
  returnSeries,
  sampleMoments,
  scenario,
  sharpeRatio,
  simulate,
  streams,
  timeGrid,
  trade,
  type TraderResult,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const readme = scenario("readme", { steps: 60, horizon: 60 });
const job: MonteCarloJob = { ...readme, paths: 40, seed: 3 };

/** Every number a run kept of a trader's paths. */
const finalsOf = ({ finals }: TraderResult) =>
  Object.fromEntries(Object.entries(finals).map(([name, column]) => [name, [...column]]));

Deno.test("simulate() gives the finals of the sessions that trade() gives on the same tapes", () => {
  const { traders } = simulate(job);
  for (const key of ["naive", "as"] as const) {
    const { finals } = traders[key];
    for (let path = 0; path < job.paths; path++) {
      const tape = drawTape(readme.market, readme.grid, streams(3), path);
      const session = trade(tape, readme.traders[key]);
      const last = readme.grid.steps;
      assertAlmostEquals(finals.profit[path], session.wealth[last], 1e-9);
      assertEquals(finals.finalInventory[path], session.inventory[last]);
      assertEquals(finals.lowestInventory[path], Math.min(...session.inventory));
      assertEquals(finals.highestInventory[path], Math.max(...session.inventory));
      assertAlmostEquals(
        finals.takerUnits[path],
        session.crossed.reduce((sum, units) => sum + Math.abs(units), 0),
        1e-12,
      );
      const ratio = sharpeRatio(returnSeries(session))! / Math.sqrt(252);
      assertAlmostEquals(finals.stepSharpe[path], ratio, 1e-9);
    }
  }
});

Deno.test("simulate() gives the same numbers again, for seed 3 and '3', and others for seed 4", () => {
  const first = simulate(job);
  assertEquals(finalsOf(simulate(job).traders.as), finalsOf(first.traders.as));
  assertEquals(finalsOf(simulate({ ...job, seed: "3" }).traders.as), finalsOf(first.traders.as));
  const other = simulate({ ...job, seed: 4 });
  assert(other.traders.as.finals.profit.every((x, i) => x !== first.traders.as.finals.profit[i]));
});

Deno.test("simulate() moves no path when paths are added, or begin elsewhere", () => {
  const all = finalsOf(simulate(job).traders.as);
  const few = finalsOf(simulate({ ...job, paths: 7 }).traders.as);
  const rest = finalsOf(simulate({ ...job, paths: 33, firstPath: 7 }).traders.as);
  for (const name of Object.keys(all)) assertEquals([...few[name], ...rest[name]], all[name], name);
});

Deno.test("simulate() gives a trader the same numbers whoever else trades", () => {
  const both = simulate(job).traders.as;
  const alone = simulate({ ...job, traders: { as: readme.traders.as } }).traders.as;
  const third = { strategy: naive({ halfSpread: 0.1 }), execution: execution() };
  const crowd = simulate({ ...job, traders: { third, ...readme.traders, again: third } }).traders;
  assertEquals(finalsOf(alone), finalsOf(both));
  assertEquals(finalsOf(crowd.as), finalsOf(both));
  assertEquals(finalsOf(crowd.third), finalsOf(crowd.again));
});

Deno.test("simulate() records means, deviations and quantiles at every grid time", () => {
  const { traders } = simulate({ ...job, record: { perStep: true, quantiles: [0.1, 0.5] } });
  const sessions = Array.from(
    { length: job.paths },
    (_, path) => trade(drawTape(readme.market, readme.grid, streams(3), path), readme.traders.as),
  );
  for (const quantity of ["wealth", "inventory"] as const) {
    const fan = traders.as.perStep![quantity];
    assertEquals([fan.mean.length, fan.quantiles.length], [61, 2]);
    for (const n of [0, 1, 17, 60]) {
      const sample = sessions.map((session) => session[quantity][n]);
      const { mean, sd } = sampleMoments(sample);
      assertAlmostEquals(fan.mean[n], mean, 1e-9);
      assertAlmostEquals(fan.sd[n], sd!, 1e-9);
      const [tenth, half] = quantiles(sample, [0.1, 0.5]);
      assertAlmostEquals(fan.quantiles[0][n], tenth, 1e-9);
      assertAlmostEquals(fan.quantiles[1][n], half, 1e-9);
    }
  }
});

Deno.test("simulate() keeps the sessions asked for, in their order, and the finals as without", () => {
  const { traders } = simulate({ ...job, record: { sessions: [12, 3] } });
  assertEquals(traders.as.sessions.length, 2);
  [12, 3].forEach((path, i) => {
    const tape = drawTape(readme.market, readme.grid, streams(3), path);
    assertEquals(traders.as.sessions[i], trade(tape, readme.traders.as));
  });
  assertEquals(finalsOf(traders.as), finalsOf(simulate(job).traders.as));
});

Deno.test("simulate() numbers sessions by path where paths begin elsewhere", () => {
  const { traders } = simulate({ ...job, firstPath: 100, paths: 5, record: { sessions: [104] } });
  const tape = drawTape(readme.market, readme.grid, streams(3), 104);
  assertEquals(traders.as.sessions[0], trade(tape, readme.traders.as));
});

Deno.test("simulate() trades a path that leaves the tables again as itself, wherever paths begin", () => {
  // Buys at almost every step, and reads time: its table holds 3·√steps orders.
  const buyer = {
    strategy: {
      name: "buyer",
      readsPrice: false,
      readsTime: true,
      quote: () => ({ bidDepth: -1, askDepth: Infinity }),
    },
    execution: execution(),
  };
  const market = { market: readme.market, grid: readme.grid };
  const { finals } = simulate({ ...market, traders: { buyer }, seed: 3, firstPath: 100, paths: 9 })
    .traders.buyer;
  assert(finals.finalInventory.every((units) => units > 3 * Math.sqrt(readme.grid.steps)));
  finals.profit.forEach((profit, at) => {
    const session = trade(drawTape(readme.market, readme.grid, streams(3), 100 + at), buyer);
    assertAlmostEquals(profit, session.wealth[readme.grid.steps], 1e-9);
  });
});

Deno.test("simulate() trades strategies that read the price as trade() does", () => {
  const reader = {
    strategy: {
      name: "reader",
      readsPrice: true,
      readsTime: false,
      quote: ({ midPrice }: { midPrice: number }) => ({
        bidDepth: midPrice / 200,
        askDepth: midPrice > 100 ? 0.2 : 1,
      }),
    },
    execution: execution({ rebate: 0.0002 }),
  };
  const { traders } = simulate({ ...job, traders: { reader, as: readme.traders.as } });
  traders.reader.finals.profit.forEach((profit, path) => {
    const tape = drawTape(readme.market, readme.grid, streams(3), path);
    assertAlmostEquals(profit, trade(tape, reader).wealth[60], 1e-9);
  });
});

Deno.test("simulate() refuses each bad job in one clear line", () => {
  const refuse = (change: Partial<MonteCarloJob>, message: string) =>
    assertThrows(() => simulate({ ...job, ...change }), Error, `Cannot ${message}`);
  refuse({ paths: 0 }, "simulate as paths must be a whole number >= 1: current value is 0");
  refuse({ paths: 2.5 }, "simulate as paths must be a whole number >= 1");
  refuse({ firstPath: -1 }, "simulate as firstPath must be a whole number >= 0");
  refuse({ traders: {} }, "simulate as traders must be at least one: current value is 0");
  refuse({ seed: NaN }, "build streams as seed must be text or a finite number");
  refuse(
    { record: { quantiles: [1.5] } },
    "simulate as record.quantiles must be levels in 0 … 1",
  );
  refuse(
    { record: { sessions: [40] } },
    "simulate as record.sessions must be numbers of paths",
  );
});

Deno.test("simulate() refuses before it starts what no memory holds, and says what is needed", () => {
  const refuse = (change: Partial<MonteCarloJob>, words: string) => {
    assertThrows(() => simulate({ ...job, ...change }), RangeError, words);
  };
  refuse({ paths: 1e10 }, "Cannot simulate 10,000,000,000 paths of");
  refuse(
    { paths: 1e10, record: { finals: "profit" } },
    "memory must be at most 8 GB: they need 320 GB",
  );
  refuse({ grid: timeGrid({ horizon: 1, steps: 1e9 }) }, "they need 64 GB");
  const steps = { grid: timeGrid({ horizon: 1, steps: 1e6 }), paths: 8000 };
  refuse({ ...steps, record: { quantiles: [0.5] } }, "keep less by record");
  refuse({ ...steps, record: { sessions: Array.from({ length: 100 }, (_, i) => i) } }, "26 GB");
});
