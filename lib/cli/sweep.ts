import type { ScenarioParameters } from "../scenario/parameters.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { optional, UsageError, type Values } from "./flags.ts";
import {
  chosenScenario,
  MOST_EXACT_STEPS,
  readSetting,
  type scenarioFlags,
  settingKeys,
  settingNamed,
} from "./settings.ts";
import { number, whole, word } from "./values.ts";

/** A parameter and the texts of its values, as they would stand after `--set`. */
export interface Sweep {
  /** The parameter. */
  readonly key: keyof ScenarioParameters;
  /** Ends of a range, or values one by one. */
  readonly asked: { readonly from: number; readonly to: number } | readonly string[];
}

/** One value of a sweep. */
export interface SweepPoint {
  /** The value; undefined where nothing is swept. */
  readonly value: unknown;
  /** The scenario with it. */
  readonly scenario: Scenario;
}

const DECADE = 10;

/** The flags of a sweep. */
export const sweepFlags = {
  sweep: {
    ...optional(
      "KEY=FROM..TO",
      { rule: "or KEY=VALUE,…", read: readSweep },
      "one parameter at many values: a range, or values with commas between them",
      "",
    ),
    keys: settingKeys,
  },
  points: optional("N", whole({ least: 2, most: 100_000 }), "values in a range", "25"),
  spacing: optional(
    "WORD",
    word("log", "linear"),
    "how they are spaced",
    "log over a decade or more, else linear",
  ),
};

function readSweep(text: string): Sweep {
  const [, name, values] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined) {
    throw new UsageError(
      `Cannot read --sweep ${JSON.stringify(text)} as it must be key=from..to or key=value,…`,
    );
  }
  const key = settingNamed("sweep", name);
  const ends = values.split("..");
  if (ends.length !== 2) return { key, asked: values.split(",") };
  const [from, to] = ends.map((end) => {
    const value = number().read(end.trim());
    if (value !== undefined) return value;
    throw new UsageError(
      `Cannot read --sweep ${text} as the ends of a range must be numbers: current value is ` +
        JSON.stringify(end),
    );
  });
  if (from === to) throw new UsageError(`Cannot read --sweep ${text} as its ends are the same`);
  return { key, asked: { from, to } };
}

/**
 * The scenarios of a sweep, in order; the scenario as it is where nothing is swept.
 *
 * @throws {UsageError} Where a value is not one that `--set` takes, or flags contradict each other.
 */
export function sweepPoints(
  chosen: Values<typeof scenarioFlags & typeof sweepFlags>,
): readonly SweepPoint[] {
  const { sweep, points, spacing, set } = chosen;
  const isRange = sweep !== undefined && "from" in sweep.asked;
  for (const [flag, value] of Object.entries({ points, spacing })) {
    if (value !== undefined && !isRange) {
      throw new UsageError(`Cannot read --${flag} as it needs --sweep KEY=FROM..TO`);
    }
  }
  if (sweep === undefined) {
    return [{ value: undefined, scenario: chosenScenario(chosen, MOST_EXACT_STEPS) }];
  }
  const { key } = sweep;
  if (Object.hasOwn(set, key)) {
    throw new UsageError(`Cannot read --sweep as --set gives ${key} a value already`);
  }
  return textsOf(sweep, points ?? 25, spacing).map((text) => {
    const value = readSetting(`sweep ${key}`, key, text.trim());
    const scenario = chosenScenario(
      { ...chosen, set: { ...set, [key]: value } },
      MOST_EXACT_STEPS,
    );
    return { value, scenario };
  });
}

function textsOf(
  { key, asked }: Sweep,
  points: number,
  spacing: "log" | "linear" | undefined,
): readonly string[] {
  if (!("from" in asked)) return asked;
  const { from, to } = asked;
  const oneSided = Math.sign(from) * Math.sign(to) > 0;
  const logs = [from, to].map((end) => Math.log(Math.abs(end)));
  const decades = oneSided && Math.abs(logs[1] - logs[0]) >= Math.log(DECADE) * (1 - 1e-12);
  if (spacing === "log" && !oneSided) {
    throw new UsageError(
      `Cannot space --sweep ${key}=${from}..${to} by log as both ends must be on one side of 0`,
    );
  }
  const isLog = spacing === undefined ? decades : spacing === "log";
  const values = Array.from({ length: points }, (_, i) => {
    const share = i / (points - 1);
    if (i === 0) return from;
    if (i === points - 1) return to;
    const linear = ([a, b]: readonly number[]) => a * (1 - share) + b * share;
    return isLog ? Math.sign(from) * Math.exp(linear(logs)) : linear([from, to]);
  });
  const isWhole = key === "steps";
  return [...new Set(values.map((value) => `${isWhole ? Math.round(value) : value}`))];
}
