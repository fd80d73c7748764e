/**
 * `deno task papers`: every published number that the library gives, beside ours.
 *
 * @module
 */

import { gallery } from "./gallery.ts";
import { isAsExpected, type Paper, type PaperNumber } from "./paper.ts";
import { type Command, runCommand } from "../../lib/cli/command.ts";
import { toggle, type Values } from "../../lib/cli/flags.ts";
import { textTable } from "../../lib/cli/table.ts";
import { taskProgress } from "../../lib/cli/task_progress.ts";

const flags = { json: toggle("one JSON object instead of a table") };

const command: Command<typeof flags> = {
  name: "papers",
  about:
    `The gallery of published results: a line for each number of each paper, printed there or computed
from its formula by other means, and what this library gives. A simulated number agrees within three
standard errors of its own simulation, any other to its last digit. Exit code 1 where one does not.`,
  flags,
  run: papersCommand,
};

async function papersCommand({ json }: Values<typeof flags>): Promise<number> {
  const progress = await taskProgress("Working through the papers");
  const results = gallery.map((paper, done) => {
    const numbers = paper.numbers();
    progress(done + 1, gallery.length);
    return { paper, numbers };
  });
  console.log(json ? JSON.stringify(asJson(results)) : galleryText(results));
  return failures(results) === 0 ? 0 : 1;
}

/** Papers with their numbers, worked out. */
export type Results = readonly {
  readonly paper: Omit<Paper, "numbers">;
  readonly numbers: readonly PaperNumber[];
}[];

/** How many numbers are not as expected. */
export function failures(results: Results): number {
  return results.flatMap(({ numbers }) => numbers).filter((number) => !isAsExpected(number)).length;
}

function asJson(results: Results) {
  return results.map(({ paper: { name, reference }, numbers }) => ({
    paper: name,
    reference,
    numbers: numbers.map((number) => ({
      ...number,
      theirs: Number(number.theirs),
      difference: number.ours - Number(number.theirs),
      verdict: verdict(number),
    })),
  }));
}

/** What is to be said of a number, in a word or two. */
function verdict(number: PaperNumber): string {
  if (!isAsExpected(number)) return "FAILS";
  return number.differs === undefined ? "agrees" : "does not reproduce";
}

/** The table of all numbers, what does not reproduce and why, the papers' titles, and the sum of it. */
export function galleryText(results: Results): string {
  const rows = results.flatMap(({ paper, numbers }) =>
    numbers.map((number) => {
      const { place, quantity, source, theirs, ours, within } = number;
      const digits = Math.max(1, 3 - Math.floor(Math.log10(within)));
      const small = Math.abs(Number(theirs)) < 1e-3;
      return [
        paper.name,
        place,
        quantity,
        source,
        theirs.replace("-", "−").replace("e-", "e−"),
        (small ? ours.toExponential(6) : ours.toFixed(Math.min(9, digits))).replaceAll("-", "−"),
        (ours - Number(theirs)).toExponential(1).replaceAll("-", "−"),
        within.toExponential(1).replaceAll("-", "−"),
        verdict(number),
      ];
    })
  );
  const heading = [
    "paper",
    "figure, table",
    "number",
    "source",
    "theirs",
    "ours",
    "difference",
    "allowed",
    "verdict",
  ];
  const all = results.flatMap(({ numbers }) => numbers);
  const count = (word: string) => all.filter((number) => verdict(number) === word).length;
  const known = results.flatMap(({ paper, numbers }) =>
    numbers.filter(({ differs }) => differs !== undefined).map((
      { place, quantity, theirs, differs },
    ) => `  ${paper.name}, ${place}, ${quantity}, ${theirs}: ${differs}.`)
  );
  return [
    textTable([heading, ...rows], 4),
    "Printed: as the paper prints it. Formula: computed from the paper's formula by other means than ours.",
    ...known.length === 0 ? [] : [["Does not reproduce:", ...known].join("\n")],
    results.map(({ paper: { name, reference } }) => `${name}: ${reference}`).join("\n"),
    `${all.length} numbers of ${results.length} papers: ${count("agrees")} agree, ` +
    `${count("does not reproduce")} are known not to reproduce, ${count("FAILS")} fail.`,
  ].join("\n\n");
}

if (import.meta.main) await runCommand(command);
