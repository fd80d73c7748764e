/**
 * `deno task exact`: Naive and Avellaneda–Stoikov without any simulation, as a table or as JSON.
 *
 * @module
 */

import type { Scenario } from "../scenario/scenario.ts";
import { type ExactSummary, exactSummary } from "../theory/exact_summary.ts";
import { type Command, runCommand } from "./command.ts";
import { toggle, type Values } from "./flags.ts";
import { chosenScenario, printedParameters, scenarioFlags, settingsHelp } from "./settings.ts";
import { decimals, textTable } from "./table.ts";

const flags = { ...scenarioFlags, json: toggle("one JSON object instead of a table") };

const command: Command<typeof flags> = {
  name: "exact",
  about:
    `Mean, deviation, final inventory and certainty equivalent of Naive and of Avellaneda–Stoikov,
by exact recursion: what a simulation of endlessly many tapes would find.`,
  flags,
  notes: settingsHelp(),
  run: exactCommand,
};

function exactCommand(values: Values<typeof flags>): number {
  const chosen = chosenScenario(values);
  const start = performance.now();
  const { naive, as } = exactResults(chosen);
  const seconds = (performance.now() - start) / 1000;

  const { name, parameters, grid: { steps } } = chosen;
  if (values.json) {
    console.log(JSON.stringify({
      scenario: name,
      parameters: printedParameters(parameters),
      steps,
      seconds,
      truncation: { naive: naive.truncation, as: as.truncation },
      strategies: { naive: printed(naive), as: printed(as) },
    }));
  } else {
    console.log(`${name}: exact, ${steps} steps\n`);
    console.log(exactTable({ naive, as }));
    console.log(`\n${remarks({ naive, as }, parameters.riskAversion).join("\n")}`);
  }
  return 0;
}

/** Both traders of a scenario, judged by its risk aversion. */
export function exactResults(
  setting: Scenario,
): Readonly<Record<"naive" | "as", ExactSummary>> {
  const { riskAversion } = setting.parameters;
  const of = (trader: "naive" | "as") => exactSummary(setting, trader, { riskAversion });
  return { naive: of("naive"), as: of("as") };
}

/** A row as the JSON has it: the table's name and range stand elsewhere. */
function printed({ name: _name, truncation: _truncation, ...row }: ExactSummary) {
  return row;
}

/** Naive and AS below each other, as text. */
export function exactTable(
  { naive, as }: Readonly<Record<"naive" | "as", ExactSummary>>,
): string {
  const row = (name: string, s: ExactSummary) => [
    name,
    decimals(s.mean, 4),
    decimals(s.sd, 4),
    // Rounding leaves a −1e-16 where the mean is 0; it would be printed as −0.0000.
    decimals(Math.abs(s.finalInventoryMean) < 5e-5 ? 0 : s.finalInventoryMean, 4),
    decimals(s.finalInventorySd, 4),
    decimals(s.takerUnits, 4),
    decimals(s.takerTrades, 4),
    decimals(s.certaintyEquivalent, 2),
  ];
  const heading = [
    "strategy",
    "profit",
    "sd",
    "final q",
    "sd q",
    "taker units",
    "taker trades",
    "worth",
  ];
  return textTable([heading, row("Naive", naive), row("AS", as)]);
}

/** What must be known to read the table. */
function remarks(
  { naive, as }: Readonly<Record<"naive" | "as", ExactSummary>>,
  riskAversion: number,
): readonly string[] {
  const lost = Math.max(naive.truncation.lostProbability, as.truncation.lostProbability);
  const notes = [["Naive", naive], ["AS", as]] as const;
  return [
    `Worth: the certainty equivalent at risk aversion ${riskAversion}, in currency.`,
    ...notes.flatMap(([name, { certaintyEquivalentNote }]) =>
      certaintyEquivalentNote === null ? [] : [`  ${name}: ${certaintyEquivalentNote}.`]
    ),
    `Left out: sessions of probability ${lost === 0 ? "0" : lost.toExponential(1)}, ` +
    `with inventories beyond ${naive.truncation.maxLots} (Naive) or ` +
    `${as.truncation.maxLots} (AS) orders.`,
  ];
}

if (import.meta.main) await runCommand(command);
