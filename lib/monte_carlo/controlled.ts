import { checkOneOf, checkThat } from "../check.ts";
import type { Market } from "../market/draw.ts";
import { isMemoryless, type MemorylessFlow } from "../market/order_flow.ts";
import { changeMoments } from "../market/price_process.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import { ownColumn } from "./columns.ts";
import type { MonteCarloJob } from "./job.ts";
import type { ControlledMean, MonteCarloResult } from "./result.ts";
import { openRun, type Run } from "./run.ts";

/*
 * Control variates. A control trader's profit X on the same tapes has a mean μ that is known exactly; what
 * its sample misses of μ tells what the sample of Y misses:
 *
 *     mean(Y) − β·(mean(X) − μ),   β = cov(X, Y)/var(X)
 *
 * has the error of Y's mean times √(1 − ρ²). Glasserman, Monte Carlo Methods in Financial Engineering
 * (2003), section 4.1. Where the flow has a memory, or looks at prices, the control trades the coupled
 * market: the same prices, and the same words drawn for orders that have neither.
 */

/** Probability that may be missing from the exact mean. */
const LOST = 1e-9;

/** What is known of a control: its market, and the exact mean of its profit there. */
interface KnownTrader {
  readonly market: Market & { readonly flow: MemorylessFlow };
  readonly mean: number;
}

/** What makes a result of a run: with a control, what is known of it is worked out first. */
export function finisher(
  job: MonteCarloJob,
  { control: name }: { readonly control?: string },
): (run: Run) => MonteCarloResult {
  if (name === undefined) return (run) => run.finish();
  const control = controlOf(job, name);
  return (run) => withControl(job, run.finish(), name, control);
}

/** The control of a job; refuses one whose mean is not known exactly. */
function controlOf(job: MonteCarloJob, control: string): KnownTrader {
  const action = "simulate with a control";
  const { market: { price, flow }, grid, traders, paths } = job;
  checkOneOf(action, "control", control, Object.keys(traders));
  checkThat(action, "paths", "at least 3", paths, paths >= 3);
  const coupled = isMemoryless(flow) ? flow : flow.coupled;
  if (coupled === undefined) {
    throw new TypeError(`Cannot ${action} as ${flow.name} has no coupled flow without memory`);
  }
  if (traders[control].strategy.readsPrice) {
    throw new TypeError(
      `Cannot ${action} as ${control} reads the mid-price: its mean is not known`,
    );
  }
  if (changeMoments(price, grid.dt) === undefined) {
    throw new TypeError(`Cannot ${action} as ${price.name} has no exact moments`);
  }
  const market = { price, flow: coupled };
  const { mean, truncation } = exactMoments({ market, grid }, traders[control]);
  const { lostProbability } = truncation;
  const missing = "below 1e-9, so that its mean is known";
  checkThat(
    action,
    `probability that ${control} leaves its table`,
    missing,
    lostProbability,
    lostProbability < LOST,
  );
  return { market, mean };
}

/** A result with the means of all traders but the control freed of what the control explains. */
function withControl(
  job: MonteCarloJob,
  result: MonteCarloResult,
  name: string,
  control: KnownTrader,
): MonteCarloResult {
  const same = control.market.flow === job.market.flow;
  const known = same ? result.traders[name].finals.profit : profitsOf(job, name, control);
  const traders = Object.entries(result.traders).map(([key, trader]) => [
    key,
    same && key === name
      ? trader
      : { ...trader, controlled: controlledMean(trader.finals.profit, known, control.mean, name) },
  ]);
  return { ...result, traders: Object.fromEntries(traders) };
}

/** The control's profits on the coupled tapes of a job. */
function profitsOf(job: MonteCarloJob, name: string, { market }: KnownTrader): Float64Array {
  const { traders, paths } = job;
  const run = openRun(
    { ...job, market, traders: { [name]: traders[name] }, record: { finals: "profit" } },
    ownColumn,
  );
  if (run.hasPlain) run.tradePlain(0, paths);
  else run.tradeFast(0, paths);
  return run.finish().traders[name].finals.profit;
}

/** The mean of a sample freed of what a control of known mean explains. */
export function controlledMean(
  sample: Float64Array,
  control: Float64Array,
  expected: number,
  name: string,
): ControlledMean {
  const count = sample.length;
  const meanOf = (values: Float64Array) =>
    values[0] + values.reduce((sum, value) => sum + (value - values[0]), 0) / count;
  const y = meanOf(sample), x = meanOf(control);
  let xx = 0, xy = 0, yy = 0;
  for (let i = 0; i < count; i++) {
    const dx = control[i] - x, dy = sample[i] - y;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const beta = xx > 0 ? xy / xx : 0;
  let left = 0;
  for (let i = 0; i < count; i++) left += (sample[i] - y - beta * (control[i] - x)) ** 2;
  const variance = left / (count - 2) / count, plain = yy / (count - 1) / count;
  return {
    control: name,
    mean: y - beta * (x - expected),
    standardError: Math.sqrt(variance),
    pathsSaved: plain > 0 ? Math.max(0, 1 - variance / plain) : 0,
  };
}
