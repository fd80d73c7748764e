import { scenario } from "../../scenario/scenario.ts";
import type { ScenarioParameters } from "../../scenario/parameters.ts";
import { quoteCentre } from "../../strategy/strategy.ts";
import { exactMoments } from "../../theory/exact_moments.ts";
import { type PolicyTable, policyTable } from "../../trading/policy_table.ts";
import type { Setting } from "../../trading/setting.ts";

/** Names of the horizon rules that are compared. */
export type ComparedRule = "clock" | "floor" | "constant" | "infinite";

/** What the controls of the liquidation puzzle are set to. */
export interface LiquidationValues {
  /** The horizon rule that is looked at. @default {"clock"} */
  readonly rule: ComparedRule;
  /** Time left T − t at which it is looked at, in days; 0 to 1. @default {0.1} */
  readonly timeLeft: number;
  /** Risk aversion γ, in 1/$; 0.01 to 1. @default {0.1} */
  readonly riskAversion: number;
  /** Inventory q whose lean is shown, in units; −8 to 8. @default {4} */
  readonly inventory: number;
}

/** What one horizon rule does. */
export interface RuleCourse {
  /** How far the reservation price lies from the mid at every grid time, in currency. */
  readonly lean: Float64Array;
  /** Deviation of the inventory at every grid time, in units. */
  readonly inventorySd: Float64Array;
  /** Probabilities of the inventories −maxLots … maxLots at the moment looked at. */
  readonly lawNow: Float64Array;
  /** Probability of ending flat. */
  readonly flatAtEnd: number;
  /** Mean and deviation of a day's profit, in currency. */
  readonly mean: number;
  readonly sd: number;
}

/** The numbers of the liquidation puzzle. */
export interface LiquidationModel {
  readonly values: LiquidationValues;
  /** Grid times. */
  readonly time: Float64Array;
  /** The step at which the rules are looked at. */
  readonly step: number;
  readonly maxLots: number;
  readonly rules: Readonly<Record<ComparedRule, RuleCourse>>;
}

/** The rules in words, with the scenario's setting. */
export const comparedRules: Readonly<
  Record<
    ComparedRule,
    { readonly words: string; readonly timeLeft: ScenarioParameters["timeLeft"] }
  >
> = {
  clock: { words: "the clock, T−t", timeLeft: "clock" },
  floor: { words: "time floor, at least 0.2", timeLeft: { floor: 0.2 } },
  constant: { words: "constant, always 1", timeLeft: { constant: 1 } },
  infinite: { words: "infinite horizon, |q| ≤ 10", timeLeft: { infinite: 10 } },
};

const STEPS = 100;
const MAX_LOTS = 20;

/** The paper's market with a safety clamp, 100 steps a day; every number exact. */
export function liquidationModel(values: LiquidationValues): LiquidationModel {
  const { riskAversion, timeLeft, inventory } = values;
  const step = Math.round((1 - timeLeft) * STEPS);
  const courseOf = (rule: ComparedRule): RuleCourse => {
    const setting = scenario("paper", {
      riskAversion,
      timeLeft: comparedRules[rule].timeLeft,
      minimumDepth: 0,
      steps: STEPS,
      halfSpread: 1,
    });
    const { grid, traders } = setting;
    const table = policyTable(setting, "as", { maxLots: MAX_LOTS });
    const moments = exactMoments(setting, table);
    const { quote } = traders.as.strategy;
    return {
      lean: moments.time.map((time) =>
        quoteCentre(0, quote({ time, timeLeft: grid.horizon - time, midPrice: 0, inventory }))
      ),
      inventorySd: moments.inventory.sd,
      lawNow: lawAt(setting, table, step),
      flatAtEnd: moments.finalInventory.probabilities[MAX_LOTS],
      mean: moments.mean,
      sd: moments.sd,
    };
  };
  return {
    values,
    time: Float64Array.from({ length: STEPS + 1 }, (_, n) => n / STEPS),
    step,
    maxLots: MAX_LOTS,
    rules: {
      clock: courseOf("clock"),
      floor: courseOf("floor"),
      constant: courseOf("constant"),
      infinite: courseOf("infinite"),
    },
  };
}

/** The law of inventory after so many steps: the end of a shorter day under the same table. */
function lawAt({ market }: Setting, table: PolicyTable, steps: number): Float64Array {
  if (steps === 0) {
    return Float64Array.from({ length: 2 * table.maxLots + 1 }, (_, i) => +(i === table.maxLots));
  }
  const { dt } = table.grid;
  const grid = { horizon: steps * dt, steps, dt };
  return exactMoments({ market, grid }, { ...table, grid }).finalInventory.probabilities;
}
