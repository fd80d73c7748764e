import { listOf, shaped, text } from "../kinds.ts";
import { checkKeys, checkOneOf, checkThat } from "../check.ts";
import type { Trader } from "../trading/execution.ts";
import {
  policiesOptionKeys,
  type PoliciesOptions,
  policyBuilders,
  type PolicyName,
  policyNames,
  policyOf,
} from "./policy_builders.ts";
import type { Scenario } from "./scenario.ts";

/** Everybody who can trade a scenario by name: its own two traders, and the policies of the field. */
export type TraderName = "naive" | "as" | PolicyName;

/** The names of the traders, a scenario's own two first. */
export const traderNames: readonly TraderName[] = ["naive", "as", ...policyNames];

/** The words that stand for a trader in a table's row. */
export function traderLabel(name: TraderName): string {
  if (isOwn(name)) return name === "as" ? "AS" : "Naive";
  return policyBuilders[name].label;
}

/**
 * Traders of a scenario by their short names: what `--traders` says at the command line.
 *
 * `naive` and `as` are the scenario's own, on their own terms; all else is as `policies` builds it, and only
 * what is named is built.
 *
 * @param scenario A scenario; an arithmetic one for all but its own two traders.
 * @param names Which traders, in order, none twice. @default {["naive", "as"]}
 * @param options Largest inventory, time floor and constant τ of the policies.
 * @returns The traders by name, in that order.
 * @throws {TypeError} Where there is no trader of a name, or none for a price like the scenario's.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example
 * ```ts
 * import { exactMoments, scenario, tradersOf } from "@digital-market-maker/lab";
 * import { assertGreater } from "@std/assert";
 *
 * const paper = scenario("paper");
 * const { as, saturating } = tradersOf(paper, ["as", "saturating"]);
 * assertGreater(exactMoments(paper, saturating).mean, exactMoments(paper, as).mean);
 * ```
 */
export function tradersOf<Name extends TraderName = "naive" | "as">(
  scenario: Scenario,
  names: readonly Name[] = ["naive", "as"] as TraderName[] as Name[],
  options: PoliciesOptions = {},
): Readonly<Record<Name, Trader>> {
  const action = "build tradersOf";
  shaped("scenario")(action, "scenario", scenario);
  checkKeys<PoliciesOptions>(action, options, policiesOptionKeys);
  listOf("traders' names", text)(action, "names", names);
  for (const name of names) checkOneOf<TraderName>(action, "a trader", name, traderNames);
  const once = new Set(names).size === names.length;
  checkThat(action, "names", "at least one, and none twice", names, once && names.length > 0);
  return Object.fromEntries(
    names.map((name) => [
      name,
      isOwn(name) ? scenario.traders[name] : policyOf(scenario, name as PolicyName, options),
    ]),
  ) as Record<Name, Trader>;
}

function isOwn(name: TraderName): name is "naive" | "as" {
  return name === "naive" || name === "as";
}
