import type { Counts } from "../../analysis/counts.ts";
import type { MomentSums } from "../../analysis/moment_sums.ts";
import type { QuantileSketch } from "../../analysis/quantile_sketch.ts";
import type { FinalsTally } from "../../monte_carlo/tally.ts";
import { field, listAt, numberAt, type Place, requireAt, sizeAt, wholeAt } from "./json_checks.ts";

/** Reads a tally of so many paths from JSON, and checks that its parts agree with each other. */
export function readTally(place: Place, paths: number): FinalsTally {
  const at = (name: string) => field(place, name);
  const orderSize = sizeAt(at("orderSize"));
  requireAt(at("orderSize"), orderSize > 0, "above 0");
  const stepSharpe = readSums(at("stepSharpe"));
  requireAt(field(at("stepSharpe"), "count"), stepSharpe.count <= paths, `at most ${paths}`);
  const profit = readSums(at("profit"));
  requireAt(field(at("profit"), "count"), profit.count === paths, `the shard's ${paths} paths`);
  return {
    orderSize,
    profit,
    profitSketch: readSketch(at("profitSketch"), paths),
    finalInventory: readCounts(at("finalInventory"), paths),
    lowestInventory: wholeAt(at("lowestInventory"), -Infinity),
    highestInventory: wholeAt(at("highestInventory"), -Infinity),
    takerOrders: wholeAt(at("takerOrders")),
    takerTrades: wholeAt(at("takerTrades")),
    stepSharpe,
  };
}

function readSums(place: Place): MomentSums {
  const at = (name: string) => field(place, name);
  return {
    count: wholeAt(at("count")),
    mean: numberAt(at("mean")),
    second: sizeAt(at("second")),
    third: numberAt(at("third")),
    fourth: sizeAt(at("fourth")),
    largest: sizeAt(at("largest")),
  };
}

function readSketch(place: Place, paths: number): QuantileSketch {
  const at = (name: string) => field(place, name);
  const scale = at("scale");
  const width = sizeAt(field(scale, "scale")), bits = wholeAt(field(scale, "bits"));
  requireAt(field(scale, "scale"), width > 0, "above 0");
  requireAt(field(scale, "bits"), bits <= 20, "at most 20");
  const lowest = numberAt(at("lowest")), highest = numberAt(at("highest"));
  requireAt(at("highest"), highest >= lowest, `at least the lowest, ${lowest}`);
  return {
    scale: { centre: numberAt(field(scale, "centre")), scale: width, bits },
    lowest,
    highest,
    bins: readCounts(at("bins"), paths),
  };
}

function readCounts(place: Place, paths: number): Counts {
  const values = listAt(field(place, "values"), (item) => wholeAt(item, -Infinity));
  const counts = listAt(field(place, "counts"), (item) => wholeAt(item, 1));
  const ascending = values.every((value, i) => i === 0 || value > values[i - 1]);
  requireAt(field(place, "values"), ascending, "in ascending order");
  const total = counts.reduce((sum, count) => sum + count, 0);
  const fits = counts.length === values.length && total === paths;
  requireAt(field(place, "counts"), fits, `a count for each value, ${paths} in all`);
  return { values, counts };
}
