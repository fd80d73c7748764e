import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { isUsersMistake } from "../../lib/cli/flags.ts";
import { readArguments } from "../../lib/cli/flags.ts";
import { marketFlags, replayFiles } from "../../lib/cli/market_files.ts";
import { replayNotes } from "../../lib/market/replay/replay_notes.ts";
import { drawnMarket } from "../market/replay/drawn_market.ts";
import { writers } from "../market/replay/layout_writers.ts";
import type { Writer } from "../market/replay/written_market.ts";
import { runOn } from "./run_market.ts";
import { inFolder } from "../in_folder.ts";

type Rows = readonly (readonly string[])[];

const rowsOf = (text: string): Rows => text.trimEnd().split("\n").map((line) => line.split(","));
const textOf = (rows: Rows) => rows.map((row) => row.join(",") + "\n").join("");

/** What its reading needs, as flags. */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  "columns as named": [
    "--columns=time=ts,price=px,quantity=q,side=s",
    "--columns=time=when,bid=b,bid_quantity=bq,ask=a,ask_quantity=aq",
    "--time-unit=ms",
  ],
  "columns by number": ["--columns=time=1,price=3,quantity=2,side=4"],
};

/** Reads files as the commands do: what came out, or the sentence with which they end. */
async function outcome(
  folder: string,
  files: Readonly<Record<string, string>>,
  flags: readonly string[],
) {
  const paths = Object.entries(files).map(([kind, text]) => {
    const path = `${folder}/2024-08-09_${kind}.csv`;
    Deno.writeTextFileSync(path, text);
    return path;
  });
  try {
    const replayed = await replayFiles(paths, readArguments(flags, marketFlags).values);
    const { tape, prints, medianPrint, start } = replayed;
    const numbers = [
      prints,
      medianPrint,
      start,
      ...tape.midPrice,
      ...tape.buyReach,
      ...tape.sellReach,
    ];
    return { numbers: numbers.join(), said: replayNotes(replayed).join("\n") };
  } catch (error) {
    // Exit code 2 is for these alone.
    assert(error instanceof Error && isUsersMistake(error), String(error));
    assertMatch(error.message, /^Cannot [^\n]*[^\n.]$/);
    return { numbers: undefined, said: error.message };
  }
}

const hasHeader = (rows: Rows) => !/\d/.test(rows[0][0]) && !/BTC|AAPL/.test(rows[0].join());
const isTime = (text: string) => /^(\d{10,}|\d{5}\.\d{9})$/.test(text);
const scaled = (text: string, up: boolean) =>
  text.includes(".")
    ? up ? String(Math.floor(1000 * Number(text))) : (Number(text) / 1000).toFixed(6)
    : up
    ? `${text}000`
    : text.slice(0, -3);

/** Files with one mistake each. */
function* mistakes(rows: Rows, mayLack: ReadonlySet<number>): Generator<readonly [string, Rows]> {
  const first = hasHeader(rows) ? 1 : 0;
  const [early, late] = [20, 120];
  const width = rows[0].length;
  const withRow = (at: number, change: (row: readonly string[]) => readonly string[]) =>
    rows.map((row, i) => i === at ? change(row) : row);
  for (const at of [early, rows.length - 1]) {
    for (const cut of [1, Math.ceil(width / 2)]) {
      yield [`row ${at} without its last ${cut} fields`, withRow(at, (row) => row.slice(0, -cut))];
    }
    for (let column = 0; column < width; column++) {
      for (const junk of ["", "maybe", "1e400", "nan", "0x10", "1_0", "−1", "7 7"]) {
        if (junk === "" && mayLack.has(column)) continue;
        yield [
          `row ${at}, column ${column}: "${junk}"`,
          withRow(at, (row) => row.map((field, i) => i === column ? junk : field)),
        ];
      }
    }
  }
  for (let column = 0; column < width; column++) {
    yield [`without column ${column}`, rows.map((row) => row.filter((_, i) => i !== column))];
    if (!isTime(rows[early][column])) continue;
    for (const up of [true, false]) {
      const change = (row: readonly string[]) =>
        row.map((field, i) => i === column ? scaled(field, up) : field);
      yield [`row ${early}, time ${up ? "×" : "÷"} 1000`, withRow(early, change)];
    }
    yield [
      "all times × 1000",
      rows.map((row, i) =>
        i < first ? row : row.map((field, k) => k === column ? scaled(field, true) : field)
      ),
    ];
  }
  yield [
    "two rows changed places",
    rows.map((row, i) => i === early ? rows[late] : i === late ? rows[early] : row),
  ];
  yield ["rows from last to first", [...rows.slice(0, first), ...rows.slice(first).toReversed()]];
  yield ["header alone", rows.slice(0, first)];
  yield ["nothing", []];
}

/** Quotes of these may lack a side, by the column of the price; a book without times shows no order of its rows. */
const lacking: Readonly<Record<string, readonly number[]>> = {
  "tardis quotes": [5, 6],
  "lobster quotes": [0, 2],
  "databento, ISO and decimals trades": [13, 14],
  "databento, nanoseconds and billionths trades": [13, 14],
};
const unseen = /^lobster quotes: (two rows changed places|rows from last to first)$/;

for (const [name, writer] of Object.entries(writers)) {
  Deno.test(`a mistake in ${name} ends with one sentence and exit code 2, or changes no number`, async () => {
    const { resolution, write } = writer as Writer;
    const flags = flagsOf[name] ?? [];
    const { trades, quotes } = drawnMarket(resolution);
    const written = Object.entries(write(trades, quotes)) as [string, string][];
    await inFolder(async (folder) => {
      const right = await outcome(folder, Object.fromEntries(written), flags);
      assert(right.numbers !== undefined, right.said);
      let refused = 0;
      for (const [kind, text] of written) {
        const own = `${name} ${kind}`;
        for (const [mistake, rows] of mistakes(rowsOf(text), new Set(lacking[own]))) {
          if (unseen.test(`${own}: ${mistake}`)) continue;
          const files = { ...Object.fromEntries(written), [kind]: textOf(rows) };
          const { numbers, said } = await outcome(folder, files, flags);
          if (numbers === undefined) refused++;
          // Without its own column of sides a headless file has another of words there: it is told.
          else if (!/buyers|sellers/.test(said)) {
            assert(numbers === right.numbers, `${own}, ${mistake}: read without a word`);
          }
        }
      }
      assert(refused > 25, `only ${refused} were refused`);
    });
  });
}

Deno.test("calibrate and walk-forward end a broken file of each layout with one sentence and exit code 2", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    const cases = Object.entries(writers).map(([name, writer], i) => {
      const { resolution, write } = writer as Writer;
      const { trades, quotes } = drawnMarket(resolution);
      const written = Object.entries(write(trades, quotes)) as [string, string][];
      const paths = written.map(([kind, text], place) => {
        const path = `${folder}/${i}_2024-08-09_${kind}.csv`;
        const rows = rowsOf(text);
        const cut = rows.map((row, at) => at === 30 ? row.slice(0, 2) : row);
        Deno.writeTextFileSync(path, textOf(place === 0 ? cut : rows));
        return path;
      });
      const place = `${i}_2024-08-09_${written[0][0]}.csv`;
      return { name, args: [...paths, ...flagsOf[name] ?? []], place };
    });
    for (const [i, { name, args, place }] of cases.entries()) {
      const command = i % 2 === 0 ? "calibrate" : "walk_forward";
      const { code, stdout, stderr } = await runOn(command, args);
      assertEquals([code, stdout, stderr.split("\n").length], [2, "", 1], `${name}: ${stderr}`);
      assertStringIncludes(stderr, `${place} at line 31 as a row must have `);
    }
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
