import {
  compare,
  execution,
  hawkesFlow,
  pairedDifference,
  pathsSummary,
  scenario,
  simulate,
  type Strategy,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { meanReach } from "../../lib/analysis/mean_reach.ts";

const toxic = scenario("toxic", { steps: 60, horizon: 60 });
const paths = 2000, seed = "compare";

Deno.test("compare() is the simulation's summary, the paired differences and the exact results", () => {
  const rows = compare(toxic, undefined, { paths, seed });
  const { naive, as } = simulate({ ...toxic, paths, seed }).traders;
  assertEquals(rows.map(({ trader }) => trader), ["naive", "as"]);
  [naive, as].forEach(({ finals }, i) => {
    const { mean, sd, quantiles, takerUnits, takerTrades, finalInventorySd } = pathsSummary(finals);
    const row = rows[i];
    assertEquals([row.mean, row.sd], [mean, sd]);
    assertEquals([row.quantile5, row.median, row.quantile95], [
      quantiles[5],
      quantiles[50],
      quantiles[95],
    ]);
    assertEquals([row.takerUnits, row.takerTrades, row.finalInventorySd], [
      takerUnits,
      takerTrades,
      finalInventorySd,
    ]);
    const reach = meanReach(paths, 0.95)! * sd! / Math.sqrt(paths);
    assertAlmostEquals(row.meanHigh! - row.mean, reach, 1e-9);
    assertAlmostEquals(row.mean - row.meanLow!, reach, 1e-9);
    assert(Math.abs(row.exactMean! - mean) < 5 * sd! / Math.sqrt(paths));
    assert(Math.abs(row.exactSd! - sd!) < 0.2 * sd!);
  });
  const { mean, interval } = pairedDifference(as.finals.profit, naive.finals.profit);
  assertEquals([rows[1].aboveFirst, rows[1].aboveFirstLow, rows[1].aboveFirstHigh], [
    mean,
    ...interval!,
  ]);
  assertEquals(rows[0].aboveFirst, null);
});

Deno.test("compare() takes names in any order, a confidence, and any number of workers", () => {
  const [as, naive] = compare(toxic, ["as", "naive"], { paths, seed });
  const [sameNaive, sameAs] = compare(toxic, undefined, { paths, seed, workers: 2 });
  assertEquals([as.mean, naive.sd], [sameAs.mean, sameNaive.sd]);
  assertAlmostEquals(naive.aboveFirst!, -sameAs.aboveFirst!, 1e-9);
  const [wider] = compare(toxic, ["as"], { paths, seed, confidence: 0.99, exact: false });
  assert(wider.meanHigh! > as.meanHigh! && wider.exactMean === null);
});

Deno.test("compare() has no exact result where the flow remembers, the price is read, or the price is any", () => {
  const { market, grid, traders } = toxic;
  const few = { paths: 20 };
  const flow = hawkesFlow({ scale: 0.5, decay: 1.5, selfExcitation: 0.2, memory: 2 });
  const draw = (_: unknown, __: unknown, out: Float64Array) => void out.fill(100);
  const price = { name: "still", parameters: {}, initialPrice: 100, draw };
  const quote = ({ midPrice }: { midPrice: number }) => ({ bidDepth: midPrice / 100, askDepth: 1 });
  const strategy: Strategy = { name: "reader", readsPrice: true, readsTime: false, quote };
  const reader = { strategy, execution: execution() };
  const rows = [
    ...compare({ market: { ...market, flow }, grid }, { as: traders.as }, few),
    ...compare({ market: { ...market, price }, grid }, { as: traders.as }, few),
    ...compare({ market, grid }, { reader }, few),
  ];
  assertEquals(
    rows.map(({ exactMean, exactSd }) => [exactMean, exactSd]),
    Array(3).fill([null, null]),
  );
});

Deno.test("compare() says null for what one path cannot say", () => {
  const [naive, as] = compare(toxic, undefined, { paths: 1 });
  assertEquals([naive.sd, naive.meanLow, as.aboveFirstLow], [null, null, null]);
  assert(Number.isFinite(as.aboveFirst!) && naive.exactSd! > 0);
});

Deno.test("compare() refuses traders that are not there, and options out of range", () => {
  assertThrows(() => compare(toxic, ["ass"]), TypeError, "a trader must be one of naive, as");
  assertThrows(() => compare(toxic, {}), RangeError, "traders must be at least one");
  const { market, grid } = toxic;
  assertThrows(() => compare({ market, grid }), RangeError, "traders must be at least one");
  assertThrows(() => compare(toxic, undefined, { paths: 0 }), RangeError, "paths must be a whole");
  assertThrows(() => compare(toxic, undefined, { confidence: 1 }), RangeError, "confidence");
});
