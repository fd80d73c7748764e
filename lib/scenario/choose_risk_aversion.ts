import { maybe, number, seed as seedKind, shaped } from "../kinds.ts";
import { checkKeys, checkOneOf } from "../check.ts";
import { positiveSides } from "../sides.ts";
import { type Progress, progressKind } from "../progress.ts";
import type { Trader } from "../trading/execution.ts";
import { type TraderName, traderNames, tradersOf } from "./named_traders.ts";
import { type MeasuredRisk, type RiskBound, riskMeasure } from "./risk_measure.ts";
import { type Scenario, scenario as scenarioOf } from "./scenario.ts";

/** How {@linkcode chooseRiskAversion} chooses. */
export interface ChooseOptions {
  /** Whose risk aversion is chosen. @default {"as"} */
  readonly trader?: TraderName;
  /** Number of tapes that a drawdown is measured on; a whole number >= 100. @default {2000} */
  readonly paths?: number;
  /** Their seed: any text or finite number. @default {1} */
  readonly seed?: string | number;
  /** Is told how many risk aversions have been tried, of how many at most. @default {nobody} */
  readonly progress?: Progress;
}

/** A risk aversion that keeps to a bound, or how near one comes. */
export interface Choice {
  /** Whether a risk aversion within the range tried keeps to the bound. */
  readonly found: boolean;
  /** The smallest risk aversion that keeps to it, in 1/currency; where none does, that of the least risk. */
  readonly riskAversion: number;
  /** The risk there. */
  readonly measured: MeasuredRisk;
  /** The most allowed. */
  readonly bound: number;
  /** Whether the bound is met exactly; where not, all tried keep to it, or none. */
  readonly binding: boolean;
  /** The scenario with that risk aversion. */
  readonly scenario: Scenario;
  /** The trader with it: the whole policy. */
  readonly trader: Trader;
  /** What was found, in a sentence. */
  readonly sentence: string;
}

/** Smallest and largest risk aversion tried, in shares of the decay k. */
const [LEAST, MOST] = [1e-6, 10];

/** How finely γ is looked for: tries to a decade, refinements at most, and how near to the bound is met. */
const [EXACT, SIMULATED] = [
  { density: 4, refinements: 60, near: 1e-9 },
  { density: 2, refinements: 12, near: 1e-3 },
];

/**
 * The smallest risk aversion with which a trader keeps to a bound of risk: γ as an answer rather than a question.
 *
 * The deviation of final inventory and the loss of rare sessions are found on exact results; a drawdown, which has
 * none, on the same simulated tapes for every γ, with its interval. All else of the scenario stays as it is.
 *
 * @param scenario A scenario; for a loss an arithmetic one.
 * @param bound What must not be exceeded.
 * @param options Whose risk aversion, and the tapes of a drawdown.
 * @returns The choice; where no γ from 10⁻⁶k to 10k keeps to the bound it says so, with the γ of the least risk.
 * @throws {TypeError} Where there is no such trader or bound, or no exact result for the scenario's price.
 * @throws {RangeError} Where a bound is out of its range, or its probability too near to 0 or 1: beyond 10⁻¹² the law
 * of profit is lost in rounding, and sooner where sessions may hold nothing, see {@linkcode exactLaw}; beyond one tape
 * in all, for a drawdown.
 *
 * @example How averse must AS be in the paper's market to end within two units, as one deviation?
 * ```ts
 * import { chooseRiskAversion, exactMoments, scenario } from "@digital-market-maker/lab";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * const choice = chooseRiskAversion(scenario("paper"), { inventorySd: 2 });
 * assert(choice.found && choice.riskAversion > 0.1);
 * assertAlmostEquals(exactMoments(choice.scenario, "as").finalInventory.sd, 2, 1e-6);
 * ```
 */
export function chooseRiskAversion(
  scenario: Scenario,
  bound: RiskBound,
  options: ChooseOptions = {},
): Choice {
  const action = "take chooseRiskAversion";
  checkKeys<ChooseOptions>(action, options, {
    trader: true,
    paths: maybe(number),
    seed: maybe(seedKind),
    progress: progressKind,
  });
  shaped("scenario")(action, "scenario", scenario);
  const { trader: name = "as", paths = 2000, seed = 1, progress = () => {} } = options;
  checkOneOf(action, "trader", name, traderNames);
  const measure = riskMeasure(action, bound, { paths, seed });
  const sides = positiveSides(action, "decay", scenario.parameters.decay);
  const decay = (sides.bid + sides.ask) / 2;
  const { density, refinements, near } = measure.exact ? EXACT : SIMULATED;
  const count = 1 + density * Math.round(Math.log10(MOST / LEAST));
  const pieces = count + refinements;
  let tried = 0;
  const attempt = (riskAversion: number) => {
    progress(tried++, pieces);
    const own = scenarioOf(scenario.name, { ...scenario.parameters, riskAversion });
    const { [name]: trader } = tradersOf(own, [name]);
    return { riskAversion, scenario: own, trader, measured: measure.of(own, trader) };
  };
  const excess = ({ measured }: ReturnType<typeof attempt>) => measured.value - measure.bound;

  let below = attempt(LEAST * decay);
  let best = below;
  for (let i = 1; i < count && excess(best) > 0; i++) {
    const next = attempt(LEAST * decay * 10 ** (i / density));
    if (excess(next) <= 0) best = next;
    else {
      below = next;
      if (excess(next) < excess(best)) best = next;
    }
  }
  const found = excess(best) <= 0;
  const binding = found && best !== below;
  if (binding) {
    const tolerance = near * Math.max(Math.abs(measure.bound), 1e-3);
    best = between(attempt, excess, below, best, { tolerance, refinements });
  }
  progress(pieces, pieces);
  const { words, unit } = measure;
  const amount = (value: number) => `${+value.toPrecision(4)}${unit === "units" ? " units" : ""}`;
  const range = `from ${+(LEAST * decay).toPrecision(3)} to ${+(MOST * decay).toPrecision(3)}`;
  const sentence = binding
    ? `The smallest risk aversion that keeps the ${words} to ${amount(measure.bound)} is ` +
      `${+best.riskAversion.toPrecision(6)}`
    : found
    ? `Every risk aversion down to ${+(LEAST * decay).toPrecision(3)} keeps the ${words} to ` +
      `${amount(measure.bound)}: it is ${amount(best.measured.value)} there`
    : `No risk aversion ${range} keeps the ${words} to ${amount(measure.bound)}: the least is ` +
      `${amount(best.measured.value)}, at ${+best.riskAversion.toPrecision(4)}`;
  return { found, binding, bound: measure.bound, sentence, ...best };
}

/** The place between a try that exceeds the bound and one that keeps to it, on the side that keeps to it. */
function between<Try extends { readonly riskAversion: number }>(
  attempt: (riskAversion: number) => Try,
  excess: (one: Try) => number,
  beyond: Try,
  within: Try,
  { tolerance, refinements }: { readonly tolerance: number; readonly refinements: number },
): Try {
  // Regula falsi on the logarithm; the end that stays is halved, so that both come nearer (Illinois).
  let [high, low] = [excess(beyond), excess(within)];
  for (let i = 0; i < refinements && excess(within) < -tolerance; i++) {
    const [from, to] = [Math.log(beyond.riskAversion), Math.log(within.riskAversion)];
    if (to - from < 1e-12) break;
    // In every third try the middle, as a drawdown has steps.
    const share = i % 3 === 2 ? 1 / 2 : high / (high - low);
    const next = attempt(Math.exp(from + share * (to - from)));
    if (excess(next) > 0) [beyond, high, low] = [next, excess(next), low / 2];
    else [within, low, high] = [next, excess(next), high / 2];
  }
  return within;
}
