import type { Counts } from "../../analysis/counts.ts";
import type { QuantileSketch } from "../../analysis/quantile_sketch.ts";
import { checkThat, type Kind } from "../../check.ts";
import { having, listOf, wholeFrom } from "../../kinds.ts";
import type { FinalsTally } from "../../monte_carlo/tally.ts";

const numberThat =
  (rule: string, holds: (value: number) => boolean): Kind => (action, name, value) =>
    checkThat(action, name, rule, value, typeof value === "number" && holds(value));

const finite = numberThat("a number", Number.isFinite);
const positive = numberThat("above 0", (value) => value > 0 && value < Infinity);
const whole = numberThat("a whole number", Number.isSafeInteger);

/** A finite number of at least 0. */
export const size: Kind = numberThat("a number >= 0", (value) => value >= 0 && value < Infinity);

const sums = having("an object", {
  count: wholeFrom(0),
  mean: finite,
  second: size,
  third: finite,
  fourth: size,
  largest: size,
});
const scale = having("an object", {
  centre: finite,
  scale: positive,
  bits: numberThat(
    "a whole number from 0 to 20",
    (bits) => bits >= 0 && bits <= 20 && bits % 1 === 0,
  ),
});
const counts = having("an object", {
  values: listOf("whole numbers", whole),
  counts: listOf("whole numbers", wholeFrom(1)),
});
const sketch = having("an object", { scale, lowest: finite, highest: finite, bins: counts });
const tally = having("an object", {
  orderSize: positive,
  profit: sums,
  profitSketch: sketch,
  finalInventory: counts,
  lowestInventory: whole,
  highestInventory: whole,
  takerOrders: wholeFrom(0),
  takerTrades: wholeFrom(0),
  stepSharpe: sums,
});

/** A tally of so many paths, the parts of which agree with each other. */
export const tallyOf = (paths: number): Kind => (action, name, value) => {
  tally(action, name, value);
  const { profit, stepSharpe, profitSketch, finalInventory } = value as FinalsTally;
  const check = (field: string, rule: string, value: unknown, holds: boolean) =>
    checkThat(action, `${name}.${field}`, rule, value, holds);
  check("stepSharpe.count", `at most ${paths}`, stepSharpe.count, stepSharpe.count <= paths);
  check("profit.count", `the shard's ${paths} paths`, profit.count, profit.count === paths);
  const { lowest, highest, bins }: QuantileSketch = profitSketch;
  const rule = `at least the lowest, ${lowest}`;
  check("profitSketch.highest", rule, highest, highest >= lowest);
  const checkCounts = (field: string, { values, counts }: Counts) => {
    const ascending = values.every((value, i) => i === 0 || value > values[i - 1]);
    check(`${field}.values`, "in ascending order", values, ascending);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const fits = counts.length === values.length && total === paths;
    check(`${field}.counts`, `a count for each value, ${paths} in all`, counts, fits);
  };
  checkCounts("finalInventory", finalInventory);
  checkCounts("profitSketch.bins", bins);
};
