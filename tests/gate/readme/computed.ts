import {
  exactLaw,
  exactMoments,
  scenario,
  type ScenarioName,
  shareBelow,
  simulate,
} from "@digital-market-maker/lab";
import { MOST_KEPT } from "../../../lib/monte_carlo/fan_histogram.ts";
import { pythonAdvice } from "../../../lib/jupyter/find_python.ts";
import type { Claim } from "./numbers.ts";

const moments = (name: ScenarioName, trader: "naive" | "as") =>
  exactMoments(scenario(name), trader);

/** A row of the table of exact days. */
function day(name: string, trader: "naive" | "as"): string {
  const { mean, sd, finalInventory } = moments("readme", trader);
  return [name, mean.toFixed(2), sd.toFixed(2), finalInventory.sd.toFixed(2)].join(" | ");
}

const headline = { naive: -200.5, as: 220.15, sharpe: 1.73 };

function ordinal(share: number): string {
  const percent = Math.round(100 * share);
  const teen = Math.floor(percent / 10) % 10 === 1;
  const ending = teen ? "th" : ["th", "st", "nd", "rd"][percent % 10] ?? "th";
  return `${percent}${ending}`;
}

/** The percentile of a headline in the exact law of a day, with other parameters where there are any. */
function percentile(trader: "naive" | "as", changes: Parameters<typeof scenario>[1] = {}): string {
  return ordinal(exactLaw(scenario("readme", changes), trader).distribution(headline[trader]));
}

/** Whether a simulated share agrees with a percentile, to half a point and five standard errors. */
function about(sample: Float64Array, value: number, percent: number): boolean {
  const share = shareBelow(sample, value);
  return Math.abs(100 * share - percent) <
    0.5 + 500 * Math.sqrt(share * (1 - share) / sample.length);
}

/** What README says of results: each number computed here, and the words made of it. */
export function computedClaims(): readonly Claim[] {
  const { grid: { steps } } = scenario("readme");
  const sharpes = simulate({ ...scenario("readme"), paths: 20_000, seed: 5 }).traders.as.finals
    .stepSharpe.map((ratio) => ratio * Math.sqrt(252));
  const [toxicNaive, toxicAs] = (["naive", "as"] as const).map((trader) =>
    moments("toxic", trader)
  );
  const { parameters } = scenario("readme");
  const flatten = { limit: 5, breach: "flatten", rebate: 0.0002, fee: 0.0005 } as const;
  const settings = scenario("paper", flatten).traders.as.execution;
  return [
    { text: `is one day of ${steps} steps in` },
    { text: day("Naive: a fixed spread around the mid", "naive") },
    { text: day("Avellaneda–Stoikov: leans against its inventory", "as") },
    { text: `toxic (${toxicAs.mean.toFixed(2)} against ${toxicNaive.mean.toFixed(2)} in` },
    {
      text: `Naive −${(-headline.naive).toFixed(2)}, AS +${headline.as} with a Sharpe ratio of ` +
        `${headline.sharpe}.`,
    },
    {
      text: `the ${percentile("naive")}, the ${percentile("as")} and about the 44th percentile`,
      holds: about(sharpes, headline.sharpe, 44),
    },
    {
      text:
        `from the ${percentile("as", { decay: 1 })} to the ${percentile("as", { scale: 0.5 })}, ` +
        `and Naive's only from the ${percentile("naive", { volatility: 0.75 })} to the ` +
        `${percentile("naive", { volatility: 3 })}:`,
    },
    { text: `exact up to ${MOST_KEPT} paths` },
    {
      text: "`paper` with `limit=5 breach=flatten rebate=.0002 fee=.0005`",
      holds: settings.limit === 5 && settings.rebate === parameters.rebate &&
        settings.fee === parameters.fee,
    },
    { text: `Python ${/Python (3\.\d+)/.exec(pythonAdvice)?.[1]} or newer` },
  ];
}
