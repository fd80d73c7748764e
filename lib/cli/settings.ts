import { priceProcesses } from "../market/price_processes.ts";
import { eachValue } from "../each_value.ts";
import { suggestion } from "../nearest_name.ts";
import type { Sides } from "../sides.ts";
import type { ScenarioName, ScenarioParameters } from "../scenario/parameters.ts";
import { presets } from "../scenario/parameters.ts";
import { type Scenario, scenario } from "../scenario/scenario.ts";
import { type Flag, flag, readValue, UsageError, type Values } from "./flags.ts";
import { helpRows } from "./help_text.ts";
import { number, or, type ValueKind, whole, word } from "./values.ts";

/** One parameter of a scenario, as `--set` takes it. Its range is for the scenario itself to check. */
interface Setting {
  /** How its value is read. */
  readonly kind: ValueKind<unknown>;
  /** Its symbol and meaning. */
  readonly about: string;
}

const horizonRule: ValueKind<ScenarioParameters["timeLeft"]> = {
  rule: "clock, floor:x, constant:x, saturating, infinite or infinite:qMax",
  read(text) {
    if (text === "clock" || text === "infinite" || text === "saturating") return text;
    const [rule, ...amounts] = text.split(":");
    const amount = amounts.length === 1 ? number().read(amounts[0]) : undefined;
    if (amount === undefined) return undefined;
    if (rule === "floor") return { floor: amount };
    if (rule === "constant") return { constant: amount };
    return rule === "infinite" ? { infinite: amount } : undefined;
  },
};

/** One number for both sides of the book, or one each. */
const sides: ValueKind<Sides> = {
  rule: "a number or bid:x/ask:y",
  read(text) {
    const [, bid, ask] = /^bid:([^/]*)\/ask:([^/]*)$/.exec(text) ?? [];
    if (bid === undefined) return number().read(text);
    const [forBid, forAsk] = [bid, ask].map((amount) => number().read(amount));
    return forBid === undefined || forAsk === undefined ? undefined : { bid: forBid, ask: forAsk };
  },
};

/** The keys of `--set`. */
const settings: Readonly<Record<keyof ScenarioParameters, Setting>> = {
  price: { kind: word(...Object.keys(priceProcesses)), about: "the price process" },
  initialPrice: { kind: number(), about: "S, mid-price at the start, in currency" },
  volatility: { kind: number(), about: "σ, in currency/√time, or 1/√time where geometric" },
  drift: { kind: number(), about: "μ of the market alone, in currency/time, or 1/time" },
  meanLevel: {
    kind: number(),
    about: "what an Ornstein–Uhlenbeck price is pulled to, in currency",
  },
  pull: { kind: number(), about: "κ of an Ornstein–Uhlenbeck price, per time" },
  horizon: { kind: number(), about: "T, length of the session" },
  steps: { kind: whole(), about: "N, number of steps" },
  scale: { kind: sides, about: "A, orders of a side per time at depth 0" },
  decay: { kind: sides, about: "k of the intensity A·e^(−kδ), per currency" },
  fills: { kind: word("first-order", "exact"), about: "how a step fills, given the intensity" },
  flowBias: { kind: number(), about: "surplus of buy orders, of the market alone" },
  riskAversion: { kind: number(), about: "γ of AS, per currency" },
  spread: { kind: word("paper", "readme"), about: "the total spread of AS" },
  timeLeft: { kind: horizonRule, about: "τ of AS, in its own unit of time" },
  endPenalty: {
    kind: number(),
    about:
      "b of b·q² at the end, which AS expects where timeLeft is saturating, in currency/units²",
  },
  halfSpread: { kind: number(), about: "half-spread of Naive, in currency" },
  limit: { kind: or(number(), "none", Infinity), about: "inventory limit, in units" },
  breach: { kind: word("cross-one", "flatten", "none"), about: "what happens beyond the limit" },
  crossingCost: { kind: number(), about: "what crossing costs beyond the mid, in currency" },
  minimumDepth: {
    kind: or(number(), "none", -Infinity),
    about: "depths below it are raised to it, in currency",
  },
  rebate: { kind: number(), about: "maker rebate, as a share of notional" },
  fee: { kind: number(), about: "taker fee, as a share of notional" },
  orderSize: { kind: number(), about: "units in one order" },
};

/** The keys that `--set` knows. */
export const settingKeys: readonly string[] = Object.keys(settings);

/** The keys of `--set` with their meanings, for the help. */
export function settingsHelp(): string {
  const rows = Object.entries(settings).map(([key, { kind: { rule }, about }]) =>
    [key, rule === number().rule ? about : `${about} (${rule})`] as const
  );
  return `Keys of --set:\n${helpRows(rows)}`;
}

/** The flags that choose a scenario. */
export const scenarioFlags: {
  readonly scenario: Flag<ScenarioName>;
  readonly set: Flag<Partial<ScenarioParameters>>;
} = {
  scenario: flag(
    "NAME",
    word(...Object.keys(presets) as ScenarioName[]),
    "the scenario",
    "readme",
  ),
  set: {
    about: "changes a parameter; may be repeated",
    placeholder: "KEY=VALUE",
    rule: "",
    otherwise: "",
    repeats: true,
    keys: settingKeys,
    read: (_, pairs) => readSettings(pairs),
  },
};

/** The key that is meant; where there is none, the nearest is told. */
export function settingNamed(action: string, key: string): keyof ScenarioParameters {
  const name = settingKeys.find((name) => name === key);
  if (name !== undefined) return name as keyof ScenarioParameters;
  throw new UsageError(
    `Cannot ${action} ${JSON.stringify(key)} as there is no such key: ${
      suggestion(key, settingKeys)
    }`,
  );
}

function readSettings(pairs: readonly string[]): Partial<ScenarioParameters> {
  const given = new Map<string, unknown>();
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined) {
      throw new UsageError(`Cannot read --set ${JSON.stringify(pair)} as it must be key=value`);
    }
    const name = settingNamed("set", key);
    if (given.has(name)) throw new UsageError(`Cannot set ${name} as it is given twice`);
    given.set(name, readSetting(`set ${name}`, name, value));
  }
  return Object.fromEntries(given);
}

/** Reads a parameter's value as `--set` does. */
export function readSetting(
  action: string,
  name: keyof ScenarioParameters,
  text: string,
): unknown {
  return readValue(action, settings[name].kind, text);
}

/** Steps beyond which no exact result comes within a person's patience. */
export const MOST_EXACT_STEPS = 10_000_000;

/** The scenario that `--scenario` and `--set` describe. */
export function chosenScenario(
  { scenario: name, set }: Values<typeof scenarioFlags>,
  mostSteps = Infinity,
): Scenario {
  if (set.steps !== undefined && set.steps > mostSteps) {
    throw new UsageError(
      `Cannot set steps as it must be at most ${mostSteps}: current value is ${set.steps}`,
    );
  }
  return scenario(name, set);
}

/** Parameters as they are printed: what has no number is `"none"`, a horizon rule reads as in `--set`. */
export function printedParameters(parameters: ScenarioParameters): Record<string, unknown> {
  return eachValue({ ...parameters }, printedValue);
}

/** A parameter's value as it is printed. */
export function printedValue(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return "none";
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map((entry) => entry.join(":")).join("/");
}
