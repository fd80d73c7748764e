/**
 * `deno task choose`: the risk aversion, and with it the whole policy, that keeps to a bound of risk.
 *
 * @module
 */

import { denoCommand } from "../deno_command.ts";
import { type Choice, chooseRiskAversion } from "../scenario/choose_risk_aversion.ts";
import { traderLabel } from "../scenario/named_traders.ts";
import type { RiskBound } from "../scenario/risk_measure.ts";
import { type ExactSummary, exactSummary } from "../theory/exact_summary.ts";
import { policyTable } from "../trading/policy_table.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, UsageError, type Values } from "./flags.ts";
import {
  chosenScenario,
  MOST_EXACT_STEPS,
  printedParameters,
  printedValue,
  scenarioFlags,
  settingsHelp,
} from "./settings.ts";
import { digits, fixed, tableOf, textTable } from "./table.ts";
import { taskProgress } from "./task_progress.ts";
import { traderFlag, tradersHelp } from "./traders.ts";
import { anyText, number, type ValueKind, whole } from "./values.ts";

/** An amount that only a share of sessions may exceed, as `100@1%` or `100@0.01`. */
const rareAmount: ValueKind<{ readonly amount: number; readonly probability: number }> = {
  rule: "AMOUNT@SHARE, such as 100@1%, the share above 0 and below 100 %",
  read(text) {
    const [first, share, ...rest] = text.split("@");
    if (share === undefined || rest.length > 0) return undefined;
    const percent = share.endsWith("%");
    const amount = number().read(first);
    const value = number({ above: 0 }).read(percent ? share.slice(0, -1) : share);
    const probability = value === undefined ? NaN : percent ? value / 100 : value;
    return amount !== undefined && probability < 1 ? { amount, probability } : undefined;
  },
};

const flags = {
  ...scenarioFlags,
  trader: traderFlag("whose risk aversion is chosen", "as"),
  "inventory-sd": optional(
    "UNITS",
    number({ above: 0 }),
    "largest standard deviation of final inventory; exact",
    "",
  ),
  loss: optional("AMOUNT@SHARE", rareAmount, "largest loss but for rare sessions; exact", ""),
  drawdown: optional(
    "AMOUNT@SHARE",
    rareAmount,
    "deepest fall of wealth within a session but for rare ones; simulated, with an interval",
    "",
  ),
  paths: flag(
    "N",
    whole({ least: 100 }),
    "number of tapes that a drawdown is simulated on",
    "2000",
  ),
  seed: flag("S", anyText, "their seed, any text or number", "1"),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "choose",
  about:
    `The smallest risk aversion γ with which a trader keeps to a bound of risk, and the policy it makes.
Exit code 1 where no γ from 10⁻⁶k to 10k does.`,
  flags,
  notes: `${tradersHelp()}\n\n${settingsHelp()}`,
  run: chooseCommand,
};

async function chooseCommand(values: Values<typeof flags>): Promise<number> {
  const { trader, paths, seed, json } = values;
  const chosen = chosenScenario(values, MOST_EXACT_STEPS);
  const bound = askedBound(values);
  const start = performance.now();
  const progress = await taskProgress("Trying risk aversions");
  const choice = chooseRiskAversion(chosen, bound, { trader, paths, seed, progress });
  const { riskAversion, found, binding, measured, sentence } = choice;
  const summary = exactSummary(choice.scenario, choice.trader, { riskAversion });
  const depths = standingDepths(choice);
  if (json) {
    console.log(JSON.stringify({
      scenario: chosen.name,
      parameters: printedParameters(choice.scenario.parameters),
      trader,
      bound,
      found,
      binding,
      riskAversion,
      measured: measured.value,
      interval: measured.interval,
      sentence,
      exact: { ...summary, truncation: undefined },
      depths,
      seconds: (performance.now() - start) / 1000,
    }));
  } else {
    const [value, ...ends] = [measured.value, ...measured.interval ?? []].map((x) => fixed(x, 2));
    const interval = `${value}, 95 % interval ${ends.join(" … ")}`;
    const shown = ends.length === 0 ? "" : ` It is ${interval}, on ${paths} tapes of seed ${seed}.`;
    console.log(`${chosen.name}, ${traderLabel(trader)}: ${sentence}.${shown}\n`);
    console.log(`${earns(summary)}\n\nDepths that stand, in currency:\n\n${policyText(depths)}`);
    const told = values.scenario === "readme" ? "" : ` --scenario ${values.scenario}`;
    const set = { ...values.set, riskAversion: +riskAversion.toPrecision(8) };
    const pairs = Object.entries(set).map(([key, value]) => ` --set ${key}=${printedValue(value)}`);
    console.log(
      `\nGo on: ${denoCommand("task exact")}${told} --traders ${trader}${pairs.join("")}`,
    );
  }
  return found ? 0 : 1;
}

function askedBound(values: Values<typeof flags>): RiskBound {
  const { loss, drawdown } = values;
  const inventorySd = values["inventory-sd"];
  const asked: RiskBound[] = [
    ...inventorySd === undefined ? [] : [{ inventorySd }],
    ...loss === undefined ? [] : [{ loss: loss.amount, probability: loss.probability }],
    ...drawdown === undefined
      ? []
      : [{ drawdown: drawdown.amount, probability: drawdown.probability }],
  ];
  if (asked.length === 1) return asked[0];
  throw new UsageError(
    "Cannot choose as exactly one of --inventory-sd, --loss and --drawdown must be given",
  );
}

/** Orders to each side of flat that the depths are shown for. */
const SHOWN = 6;

/** Depths at the start, half-way and in the last step, by inventory. */
function standingDepths({ scenario, trader }: Choice) {
  const { grid, parameters: { orderSize } } = scenario;
  const table = policyTable(scenario, trader);
  const most = Math.min(table.maxLots, SHOWN);
  const lots = Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
  const moments = table.stride === 0 ? [0] : [0, Math.floor(grid.steps / 2), grid.steps - 1];
  const rows = [...new Set(moments)];
  const read = (column: Float64Array) =>
    rows.map((n) =>
      lots.map((lot) => {
        const depth = column[n * table.stride + lot + table.maxLots];
        return Number.isFinite(depth) ? depth : null;
      })
    );
  return {
    time: rows.map((n) => n * grid.dt),
    inventory: lots.map((lot) => lot * orderSize),
    bid: read(table.bidDepth),
    ask: read(table.askDepth),
  };
}

function policyText({ time, inventory, bid, ask }: ReturnType<typeof standingDepths>): string {
  const at = time.length === 1 ? ["at all times"] : time.map((t) => `t = ${digits(t)}`);
  return textTable([
    ["inventory", ...at.flatMap((when) => [`bid, ${when}`, `ask, ${when}`])],
    ...inventory.map((q, i) => [
      digits(q, 6),
      ...time.flatMap((_, n) => [fixed(bid[n][i], 4), fixed(ask[n][i], 4)]),
    ]),
  ]);
}

function earns(summary: ExactSummary): string {
  return tableOf([summary], [
    ["exact", () => "of a session"],
    ["profit", ({ mean }) => fixed(mean, 4)],
    ["sd", ({ sd }) => fixed(sd, 4)],
    ["sd of final q", ({ finalInventorySd }) => fixed(finalInventorySd, 4)],
    ["worth", ({ certaintyEquivalent }) => fixed(certaintyEquivalent, 2)],
  ]);
}

if (import.meta.main) await runCommand(command);
