/**
 * `deno task exact`: any policy without any simulation, at one point or along a sweep, as a table, JSON, CSV
 * or chart.
 *
 * @module
 */

import { type Command, runCommand } from "./command.ts";
import { csvText } from "./csv_text.ts";
import { type ExactRow, exactRows, type RefusedRow } from "./exact_rows.ts";
import { exactTable, isSolved, remarks } from "./exact_text.ts";
import { optional, toggle, UsageError, type Values } from "./flags.ts";
import { type OutputFiles, withOutputs } from "./output_files.ts";
import { numberOf } from "../plural.ts";
import { printedParameters, printedValue, scenarioFlags, settingsHelp } from "./settings.ts";
import { sweepFlags, type SweepPoint, sweepPoints } from "./sweep.ts";
import { taskProgress } from "./task_progress.ts";
import { tradersFlag, tradersHelp } from "./traders.ts";
import { anyText, type ValueKind } from "./values.ts";

const picture: ValueKind<string> = {
  rule: "a name that ends in .svg or .html",
  read: (text) => /\.(svg|html)$/i.test(text) ? text : undefined,
};

const flags = {
  ...scenarioFlags,
  traders: tradersFlag(["naive", "as"]),
  ...sweepFlags,
  worth: toggle("certainty equivalents along a sweep too, which takes several times as long"),
  csv: optional(
    "FILE",
    anyText,
    "writes a row for each trader and value; - is standard output",
    "none",
  ),
  plot: optional("FILE", picture, "draws the frontier: mean profit against its deviation", "none"),
  json: toggle("one JSON object instead of a table"),
};

const command: Command<typeof flags> = {
  name: "exact",
  about:
    `Mean, deviation, final inventory and certainty equivalent of any policy, by exact recursion:
what a simulation of endlessly many tapes would find.`,
  flags,
  notes: `${tradersHelp()}\n\n${settingsHelp()}`,
  run: exactCommand,
};

async function exactCommand(values: Values<typeof flags>): Promise<number> {
  const points = sweepPoints(values);
  const { csv, plot } = values;
  return await withOutputs({ csv, plot }, [], values.json, (files) => solve(values, points, files));
}

async function solve(
  values: Values<typeof flags>,
  points: readonly SweepPoint[],
  { csv, plot, print }: OutputFiles<"csv" | "plot">,
): Promise<number> {
  const { traders: names, sweep } = values;
  const start = performance.now();
  const worth = sweep === undefined || values.worth;
  const progress = await taskProgress("Solving exactly");
  const rows = exactRows(points, names, { worth, progress });
  const solved = rows.filter(isSolved);
  const refused = rows.find((row) => !isSolved(row)) as RefusedRow | undefined;
  if (refused !== undefined && (sweep === undefined || solved.length === 0)) {
    throw new UsageError(refused.refused);
  }
  const seconds = (performance.now() - start) / 1000;

  const { name, parameters, grid: { steps } } = points[0].scenario;
  const key = sweep?.key;
  const told = { scenario: name, parameters: printedParameters(parameters), steps, seconds };
  const json = key === undefined
    ? {
      ...told,
      truncation: Object.fromEntries(solved.map(({ trader, truncation }) => [trader, truncation])),
      strategies: Object.fromEntries(solved.map((row) => [row.trader, numbersOf(row)])),
    }
    : { ...told, sweep: key, points: rows.map((row) => flat(row, key)) };
  const shown = { key, worth, judge: parameters.riskAversion };
  const clock = key === "steps" ? "" : `, ${numberOf(steps, "step")}`;
  const count = points.length === 1 ? "one value" : `${points.length} values`;
  const along = key === undefined ? "" : `, along ${count} of ${key}`;
  const text = `${name}: exact${clock}${along}\n\n${exactTable(solved, shown)}\n\n` +
    remarks(rows, shown).join("\n");
  await csv?.write(csvText(rows.map((row) => flat(row, key))));
  if (plot !== undefined && values.plot !== undefined) {
    // Most runs draw nothing: what draws is loaded here.
    const { frontierFile } = await import("./frontier.ts");
    await plot.write(
      frontierFile(values.plot, solved, { scenario: name, key, steps, text, json }),
    );
  }
  print(values.json ? JSON.stringify(json) : text);
  return 0;
}

/** A row's numbers alone: the trader and its table's range stand elsewhere. */
function numbersOf({ name: _name, truncation: _, trader: __, value: ___, ...row }: ExactRow) {
  return row;
}

/** A row as one flat record, the swept value under its parameter's name. */
function flat(row: ExactRow | RefusedRow, key: string | undefined): Record<string, unknown> {
  const { trader, value } = row;
  const at = key === undefined ? { trader } : { trader, [key]: printedValue(value) };
  return isSolved(row) ? { ...at, ...numbersOf(row) } : { ...at, refused: row.refused };
}

if (import.meta.main) await runCommand(command);
