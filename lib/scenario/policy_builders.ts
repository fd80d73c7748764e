import type { KeysOf } from "../check.ts";
import { maybe, number } from "../kinds.ts";
import {
  avellanedaStoikov,
  type AvellanedaStoikovOptions,
} from "../strategy/avellaneda_stoikov.ts";
import { carteaJaimungal } from "../strategy/cartea_jaimungal.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { gueantLehalleAsymptotic } from "../strategy/gueant_lehalle_asymptotic.ts";
import { gueantLehalleClosedForm } from "../strategy/gueant_lehalle_closed_form.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { gaussianStep } from "../theory/gaussian_step.ts";
import { steppedOptimum } from "../theory/stepped_optimum.ts";
import type { Trader } from "../trading/execution.ts";
import { lotsWithin } from "../trading/step.ts";
import { evenSides } from "../sides.ts";
import type { ScenarioParameters } from "./parameters.ts";
import type { Scenario } from "./scenario.ts";

/** Which policies there are. */
export type PolicyName =
  | "clock"
  | "floor"
  | "constant"
  | "infinite"
  | "saturating"
  | "symmetric"
  | "stepped"
  | "glft"
  | "asymptotic"
  | "closedForm"
  | "cj";

/** How the policies of a comparison are set up. */
export interface PoliciesOptions {
  /** Largest inventory of the optimal policies of continuous time and of the infinite horizon, in units. @default {the orders within the scenario's limit, at least one; 30 orders without a limit} */
  readonly maxInventory?: number;
  /** The time floor. @default {a tenth of the horizon} */
  readonly floor?: number;
  /** The constant τ. @default {the scenario's own, else the horizon} */
  readonly constant?: number;
}

/** The keys of {@linkcode PoliciesOptions}, for the check at the door. */
export const policiesOptionKeys: KeysOf<PoliciesOptions> = {
  maxInventory: maybe(number),
  floor: maybe(number),
  constant: maybe(number),
};

/** A policy's row in the table of names. */
export interface Policy {
  /** What it is, for a table's row and the help of a command. */
  readonly label: string;
  /** The strategy on a scenario's beliefs. */
  readonly build: (scenario: Scenario, options: PoliciesOptions) => Strategy;
}

type Beliefs = Pick<
  ScenarioParameters,
  "riskAversion" | "volatility" | "scale" | "decay" | "orderSize"
>;

const as = (
  words: string,
  rule: (scenario: Scenario, options: PoliciesOptions) => AvellanedaStoikovOptions["timeLeft"],
): Policy => ({
  label: `AS, ${words}`,
  build(scenario, options) {
    const { riskAversion, volatility, decay, orderSize, spread } = scenario.parameters;
    const beliefs = { riskAversion, volatility, decay, orderSize, spread };
    return {
      ...avellanedaStoikov({ ...beliefs, timeLeft: rule(scenario, options) }),
      name: `Avellaneda–Stoikov, ${words}`,
    };
  },
});

/**
 * The policies by name: the one table that the library's `policies` and every command's `--traders` read.
 */
export const policyBuilders: Readonly<Record<PolicyName, Policy>> = {
  clock: as("clock", () => "clock"),
  floor: as("time floor", ({ parameters: { horizon } }, { floor }) => ({
    floor: floor ?? horizon / 10,
  })),
  constant: as("constant τ", ({ parameters: { timeLeft, horizon } }, { constant }) => {
    const own = typeof timeLeft === "object" && "constant" in timeLeft;
    return { constant: constant ?? (own ? timeLeft.constant : horizon) };
  }),
  infinite: as("infinite horizon", (scenario, options) => ({
    infinite: mostHeld(scenario, options),
  })),
  saturating: as("saturating horizon", ({ parameters: { scale, decay, endPenalty } }) => {
    const action = "build policy saturating";
    evenSides(action, "decay", decay, "glft");
    return { saturating: evenSides(action, "scale", scale, "glft"), endPenalty };
  }),
  symmetric: {
    label: "Symmetric",
    build: ({ traders }) => ({ ...traders.naive.strategy, name: "Symmetric" }),
  },
  stepped: {
    label: "Optimum in steps",
    build({ parameters: p }) {
      const { horizon, steps, fills, flowBias, drift, initialPrice } = p;
      const { rebate, fee, minimumDepth, limit, breach, crossingCost } = p;
      return steppedOptimum({
        ...beliefsOf(p),
        ...{ horizon, steps, fills, flowBias, drift, initialPrice },
        ...{ rebate, fee, minimumDepth, limit, breach, crossingCost },
      });
    },
  },
  glft: {
    label: "GLFT",
    build: (scenario, options) => gueantLehalle(beliefsWithin(scenario, options)),
  },
  asymptotic: {
    label: "GLFT, asymptotic",
    build: (scenario, options) => gueantLehalleAsymptotic(beliefsWithin(scenario, options)),
  },
  closedForm: {
    label: "GLFT, closed form",
    build: ({ parameters }) => gueantLehalleClosedForm(beliefsOf(parameters)),
  },
  cj: {
    label: "Cartea–Jaimungal",
    build(scenario, options) {
      const { riskAversion, ...beliefs } = beliefsWithin(scenario, options);
      return carteaJaimungal({
        ...beliefs,
        runningPenalty: riskAversion * scenario.parameters.volatility ** 2 / 2,
      });
    },
  },
};

/** The names of the policies. */
export const policyNames: readonly PolicyName[] = Object.keys(policyBuilders) as PolicyName[];

/** A policy on the terms of a scenario's AS. */
export function policyOf(
  scenario: Scenario,
  name: PolicyName,
  options: PoliciesOptions = {},
): Trader {
  gaussianStep(`build policy ${name}`, scenario.market.price, scenario.grid.dt);
  return {
    strategy: policyBuilders[name].build(scenario, options),
    execution: scenario.traders.as.execution,
  };
}

function beliefsOf(
  { riskAversion, volatility, scale, decay, orderSize }: Scenario["parameters"],
): Beliefs {
  return { riskAversion, volatility, scale, decay, orderSize };
}

function beliefsWithin(
  scenario: Scenario,
  options: PoliciesOptions,
): Beliefs & { readonly maxInventory: number } {
  return { ...beliefsOf(scenario.parameters), maxInventory: mostHeld(scenario, options) };
}

/** The largest inventory of a policy that has one, in units. */
function mostHeld(
  { parameters: { limit, orderSize } }: Scenario,
  { maxInventory }: PoliciesOptions,
): number {
  const lots = limit < Infinity ? lotsWithin({ limit, orderSize }) : 30;
  return maxInventory ?? Math.max(1, lots) * orderSize;
}
