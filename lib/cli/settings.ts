import { priceProcesses } from "../market/price_processes.ts";
import type { HorizonRule } from "../strategy/horizon.ts";
import type { ScenarioName, ScenarioParameters } from "../scenario/parameters.ts";
import { presets } from "../scenario/parameters.ts";
import { type Scenario, scenario } from "../scenario/scenario.ts";
import { UsageError } from "./flags.ts";

type Reader = (key: string, value: string) => unknown;

function refuse(key: string, rule: string, value: string): never {
  throw new UsageError(
    `Cannot set ${key} as it must be ${rule}: current value is ${JSON.stringify(value)}`,
  );
}

/** Decimal notation only: `Number` alone would take "", "0x10" and "Infinity". */
function decimal(value: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const number: Reader = (key, value) => decimal(value) ?? refuse(key, "a number", value);

const numberOr = (none: number): Reader => (key, value) =>
  value === "none" ? none : decimal(value) ?? refuse(key, 'a number or "none"', value);

const word = (...words: string[]): Reader => (key, value) =>
  words.includes(value) ? value : refuse(key, `one of ${words.join(", ")}`, value);

const horizonRule: Reader = (key, value): HorizonRule | "infinite" => {
  if (value === "clock" || value === "infinite") return value;
  const [rule, amount = ""] = value.split(":", 2);
  const limit = decimal(amount);
  const known = rule === "floor" || rule === "constant" || rule === "infinite";
  if (!known || limit === undefined || value.split(":").length !== 2) {
    refuse(key, "clock, floor:x, constant:x, infinite or infinite:qMax", value);
  }
  return rule === "floor"
    ? { floor: limit }
    : rule === "constant"
    ? { constant: limit }
    : { infinite: limit };
};

/** How the value of each key is read. */
const readers: Readonly<Record<keyof ScenarioParameters, Reader>> = {
  initialPrice: number,
  volatility: number,
  drift: number,
  meanLevel: number,
  pull: number,
  horizon: number,
  steps: number,
  scale: number,
  decay: number,
  riskAversion: number,
  limit: numberOr(Infinity),
  breach: word("cross-one", "flatten", "none"),
  crossingCost: number,
  rebate: number,
  fee: number,
  spread: word("paper", "readme"),
  timeLeft: horizonRule,
  fills: word("first-order", "exact"),
  price: word(...Object.keys(priceProcesses)),
  halfSpread: number,
  minimumDepth: numberOr(-Infinity),
  orderSize: number,
  flowBias: number,
};

/** The keys that `--set` knows. */
export const settingKeys: readonly string[] = Object.keys(readers);

/** Reads `key=value` pairs. */
export function readSettings(pairs: readonly string[]): Partial<ScenarioParameters> {
  const settings: Record<string, unknown> = {};
  for (const pair of pairs) {
    const cut = pair.indexOf("=");
    const key = pair.slice(0, cut);
    if (cut < 1) {
      throw new UsageError(`Cannot read --set ${JSON.stringify(pair)} as it must be key=value`);
    }
    if (!Object.hasOwn(readers, key)) {
      throw new UsageError(
        `Cannot set ${JSON.stringify(key)} as the keys are ${settingKeys.join(", ")}`,
      );
    }
    settings[key] = readers[key as keyof ScenarioParameters](key, pair.slice(cut + 1));
  }
  return settings;
}

/** The scenario that `--scenario` and `--set` describe; what is out of range is a {@linkcode UsageError}. */
export function readScenario(name: string, pairs: readonly string[]): Scenario {
  if (!Object.hasOwn(presets, name)) {
    throw new UsageError(
      `Cannot find scenario ${JSON.stringify(name)} as the scenarios are ${
        Object.keys(presets).join(", ")
      }`,
    );
  }
  const settings = readSettings(pairs);
  try {
    return scenario(name as ScenarioName, settings);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Parameters as they are printed: what has no number is `"none"`, a horizon rule reads as in `--set`. */
export function printedParameters(parameters: ScenarioParameters): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      typeof value === "number" && !Number.isFinite(value)
        ? "none"
        : typeof value === "object" && value !== null
        ? Object.entries(value)[0].join(":")
        : value,
    ]),
  );
}
