/**
 * `deno task exact`: Naive and Avellaneda–Stoikov without any simulation, as a table or as JSON.
 *
 * @module
 */

import type { Scenario } from "../scenario/scenario.ts";
import { type ExactSummary, exactSummary } from "../theory/exact_summary.ts";
import { type Flag, readArguments, runCommand, text } from "./flags.ts";
import { printedParameters, readScenario, settingKeys } from "./settings.ts";
import { settings } from "./simulate.ts";
import { decimals, textTable } from "./table.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  scenario: { type: "string" },
  set: { type: "string", multiple: true },
  json: { type: "boolean" },
  help: { type: "boolean" },
};

const HELP = `Usage: deno task exact [flags]

Mean, deviation, final inventory and certainty equivalent of Naive and of Avellaneda–Stoikov,
by exact recursion: what a simulation of endlessly many tapes would find.

  --scenario NAME    paper, readme, toxic or gbm (default readme)
  --set KEY=VALUE    changes a parameter; may be repeated
  --json             one JSON object instead of a table
  --help             this text

The keys of --set are those of simulate: ${settingKeys.join(", ")}.`;

function exactCommand(args: readonly string[]): number {
  const given = readArguments(args, FLAGS);
  if (given.flags.help) {
    console.log(HELP);
    return 0;
  }
  const chosen = readScenario(text(given, "scenario") ?? "readme", settings(given));
  const start = performance.now();
  const { naive, as } = exactResults(chosen);
  const seconds = (performance.now() - start) / 1000;

  const { name, parameters, grid: { steps } } = chosen;
  if (given.flags.json) {
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
  { market, grid, traders, parameters: { riskAversion } }: Scenario,
): Readonly<Record<"naive" | "as", ExactSummary>> {
  const of = (trader: Scenario["traders"]["as"]) =>
    exactSummary({ market, grid, trader, riskAversion });
  return { naive: of(traders.naive), as: of(traders.as) };
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
    decimals(s.takerTrades, 4),
    decimals(s.certaintyEquivalent, 2),
  ];
  const heading = ["strategy", "profit", "sd", "final q", "sd q", "taker trades", "worth"];
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

if (import.meta.main) await runCommand(exactCommand);
