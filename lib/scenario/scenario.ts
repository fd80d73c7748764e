import { checkKeys, checkOneOf, checkPositive, checkThat } from "../check.ts";
import type { Market } from "../market/draw.ts";
import type { MemorylessFlow } from "../market/order_flow.ts";
import { poissonFlow } from "../market/poisson_flow.ts";
import { type PriceProcess, stepOf } from "../market/price_process.ts";
import { type PriceName, priceProcesses } from "../market/price_processes.ts";
import { avellanedaStoikov } from "../strategy/avellaneda_stoikov.ts";
import type { HorizonRule } from "../strategy/horizon.ts";
import { naive } from "../strategy/naive.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { evenSides, type Sides } from "../sides.ts";
import { type TimeGrid, timeGrid } from "../time_grid.ts";
import { execution, type Trader } from "../trading/execution.ts";
import { situationAt } from "../trading/standing.ts";
import { presets, type ScenarioName, type ScenarioParameters } from "./parameters.ts";

/**
 * A market, a clock and two traders: everything a simulation or an exact solver needs. Its scale and decay are of the
 * type `Flow`: numbers where both sides are alike.
 */
export interface Scenario<Flow extends Sides = Sides> {
  /** The scenario's name. */
  readonly name: ScenarioName;
  /** Its parameters, changes included. */
  readonly parameters: ScenarioParameters<Flow>;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** The market that draws the tapes; its flow is memoryless. */
  readonly market: Market & { readonly flow: MemorylessFlow };
  /** The traders: Naive (in `paper` the symmetric strategy) and Avellaneda–Stoikov. */
  readonly traders: { readonly naive: Trader; readonly as: Trader };
}

/**
 * A scenario by name, as it is or with some parameters changed.
 *
 * `volatility`, `scale` and `decay` change the market and what strategies believe; `drift` and `flowBias`
 * the market alone. Scale and decay may be one each for `bid` and `ask`.
 *
 * @param name `paper`, `readme`, `toxic` or `gbm`.
 * @param changes Parameters that differ from the scenario's own. @default {{}}
 * @returns The scenario.
 * @throws {TypeError} Where there is no such scenario or parameter.
 * @throws {RangeError} Where a parameter is out of its range or of another price process, or where `price`
 * is changed without `volatility` although the volatility's unit changes with it.
 *
 * @example
 * ```ts
 * import { scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders, grid } = scenario("readme", { limit: 3 });
 * assertEquals(traders.as.execution.limit, 3);
 * assertEquals(traders.naive.execution.limit, Infinity);
 * assertEquals(grid.dt, 1);
 * ```
 *
 * @example Orders that hit our ask reach less far, and AS asks nearer the mid
 * ```ts
 * import { scenario } from "@digital-market-maker/lab";
 * import { assertLess } from "@std/assert";
 *
 * const { traders, grid } = scenario("paper", { decay: { bid: 1.5, ask: 2 } });
 * const flat = { time: 0, timeLeft: grid.horizon, midPrice: 100, inventory: 0 };
 * const { bidDepth, askDepth } = traders.as.strategy.quote(flat);
 * assertLess(askDepth, bidDepth);
 * ```
 */
export function scenario<Flow extends Sides = number>(
  name: ScenarioName,
  changes: Partial<ScenarioParameters<Flow>> = {},
): Scenario<Flow | number> {
  const action = "build scenario";
  checkOneOf(action, "name", name, Object.keys(presets) as ScenarioName[]);
  const { parameters: own, quotingUnits, limitsNaive } = presets[name];
  checkKeys<Partial<ScenarioParameters>>(action, changes, own);
  const p: ScenarioParameters<Flow | number> = { ...own, ...changes };
  checkOneOf(action, "price", p.price, Object.keys(priceProcesses) as PriceName[]);
  checkPositive(action, "initialPrice", p.initialPrice);

  const grid = timeGrid({ horizon: p.horizon, steps: p.steps });
  const process = priceOf(action, p);
  const relative = isRelative(process, grid);
  const unitKept = changes.volatility !== undefined || p.price === own.price ||
    relative === isRelative(priceOf(action, own), grid);
  const rule = "given together with price, as its unit changes";
  checkThat(action, "volatility", rule, "none", unitKept);
  const strategy = believer(p, relative, quotingUnits);
  const { scale, decay, fills, flowBias } = p;
  const { rebate, fee, minimumDepth, limit, breach, crossingCost, orderSize } = p;
  const limited = execution({ rebate, fee, minimumDepth, limit, breach, crossingCost, orderSize });
  const fees = execution({ rebate, fee, orderSize });
  const halfSpread = p.halfSpread ?? averageSpread(strategy, grid) / 2;
  return {
    name,
    parameters: p,
    grid,
    market: { price: process, flow: poissonFlow({ scale, decay, fills, flowBias }) },
    traders: {
      naive: { strategy: naive({ halfSpread }), execution: limitsNaive ? limited : fees },
      as: { strategy, execution: limited },
    },
  };
}

/** The price process; a parameter that it does not have must be left as it is where it does nothing. */
function priceOf(action: string, p: ScenarioParameters): PriceProcess {
  const process = priceProcesses[p.price](p);
  for (const [key, nothing] of [["drift", 0], ["pull", 0], ["meanLevel", null]] as const) {
    const known = Object.hasOwn(process.parameters, key);
    const rule = `${nothing ?? "left out"} where price is ${p.price}`;
    checkThat(action, key, rule, p[key], known || p[key] === nothing);
  }
  const pulls = !Object.hasOwn(process.parameters, "pull") || p.pull > 0;
  checkThat(action, "pull", `> 0 where price is ${p.price}`, p.pull, pulls);
  return process;
}

/** Whether volatility and drift are shares of the price. */
function isRelative(process: PriceProcess, { dt }: TimeGrid): boolean {
  return stepOf(process, dt)?.of === "logPrice";
}

/** AS as the scenario's words have it: believing the market's parameters, in its own unit of time. */
function believer(p: ScenarioParameters, relative: boolean, quotingUnits: number): Strategy {
  const strategy = avellanedaStoikov({
    riskAversion: p.riskAversion,
    volatility: (relative ? p.initialPrice : 1) * p.volatility / Math.sqrt(quotingUnits),
    decay: p.decay,
    orderSize: p.orderSize,
    spread: p.spread,
    timeLeft: horizonRule(p, quotingUnits),
  });
  const { quote } = strategy;
  return quotingUnits === 1 ? strategy : {
    ...strategy,
    quote: (situation) =>
      quote({
        ...situation,
        time: situation.time * quotingUnits,
        timeLeft: situation.timeLeft * quotingUnits,
      }),
  };
}

/** The horizon rule, with what the scenario knows and its short forms leave out. */
function horizonRule(
  { timeLeft, limit, orderSize, scale, endPenalty }: ScenarioParameters,
  quotingUnits: number,
): HorizonRule {
  const saturating = timeLeft === "saturating";
  const rule = '0 where timeLeft is not "saturating"';
  checkThat("build scenario", "endPenalty", rule, endPenalty, saturating || endPenalty === 0);
  if (saturating) {
    const even = evenSides("build scenario", "scale", scale, "another horizon rule");
    return { saturating: even / quotingUnits, endPenalty };
  }
  if (timeLeft !== "infinite") return timeLeft;
  return { infinite: Number.isFinite(limit) ? limit : 10 * orderSize };
}

/** The spread that a strategy quotes when flat, averaged over the quoting times n = 0 … N − 1. */
function averageSpread(strategy: Strategy, grid: TimeGrid): number {
  let total = 0;
  for (let n = 0; n < grid.steps; n++) {
    const { bidDepth, askDepth } = strategy.quote(situationAt(grid, n, NaN, 0));
    total += bidDepth + askDepth;
  }
  return total / grid.steps;
}
