import { numberOf } from "../../plural.ts";
import type { RecordingGap } from "./gap_finder.ts";
import type { ReadReport } from "./read_report.ts";
import type { FileReplay } from "./replay.ts";
import { utc } from "./utc.ts";

/** A clock that is wrong by less than this many seconds is not worth a warning. */
const HARMLESS = 0.02;
/** Beyond this share of prints on the wrong side of the mid, trades and quotes hardly belong together. */
const STRANGE = 0.3;
/** Gaps that are told one by one. */
const TOLD = 5;

/**
 * What is to be known of a replay before its numbers are believed: gaps, prints left out, clocks.
 *
 * @param replay The replay, from {@linkcode replay}.
 * @returns Sentences; those that begin with `Warning:` say that something is wrong.
 */
export function replayNotes(
  replay: FileReplay,
): readonly string[] {
  const { gaps, longestGap, stepsLeftOut, printsLeftOut, tape, reports, layouts, clocks } = replay;
  const longest = gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, TOLD);
  const more = gaps.length - longest.length;
  const limits = (["trades", "quotes"] as const)
    .filter((kind) => gaps.some((gap) => gap.kind === kind))
    .map((kind) => `${short(longestGap[kind])} s of ${kind}`);
  return [
    ...longest.map((gap) =>
      gapNote(gap, reports.filter((_, i) => layouts[i].kind.includes(gap.kind)))
    ),
    ...(more > 0 ? [`And ${numberOf(more, "shorter gap")}.`] : []),
    ...(gaps.length > 0
      ? [
        `Left out of exposure, σ and replay: ${numberOf(stepsLeftOut, "step")}, ` +
        `${short(stepsLeftOut * tape.grid.dt)} s, in pauses over ${limits.join(" and ")}.`,
      ]
      : []),
    ...(printsLeftOut > 0
      ? [
        `${
          numberOf(printsLeftOut, "print")
        } left out as farther from the mid than the largest reach.`,
      ]
      : []),
    ...strayNotes(replay),
    ...oneSidedNotes(replay),
    ...(clocks !== null ? clockNotes(clocks) : replay.sidesExchanged ? [EXCHANGED] : []),
  ];
}

const EXCHANGED =
  "Warning: buyers pay less than the sellers before them got, and the other way round: " +
  "they seem to have changed names.";

function strayNotes({ strayPrices, tick }: FileReplay): readonly string[] {
  if (strayPrices === null) return [];
  const { count, of, tick: coarser } = strayPrices;
  const [off, make] = count === 1
    ? ["is no multiple", "it alone makes"]
    : ["are no multiples", "they alone make"];
  const made = tick === 0
    ? `${make.replace("make", "leave")} prices without a tick`
    : `${make} the tick ${tick}`;
  return [
    `Warning: ${count} of ${
      numberOf(of, "price")
    } ${off} of ${coarser}; ${made}, which depths are counted in. ` +
    `If that is a mistake, a threshold of ${coarser} fits as without.`,
  ];
}

/** So many prints of one side alone are no market, but a wrong column of sides. */
const ONE_SIDED = 30;

function oneSidedNotes({ prints, printReach }: FileReplay): readonly string[] {
  const none = (["buy", "sell"] as const).find((side) =>
    printReach[side].every((reach) => reach === -Infinity)
  );
  if (prints < ONE_SIDED || none === undefined) return [];
  const crossed = none === "buy" ? "sellers" : "buyers";
  return [`Warning: ${crossed} crossed in all ${prints} prints: is the column of sides right?`];
}

function gapNote({ kind, from, to }: RecordingGap, own: readonly ReadReport[]): string {
  const before = own.findLast(({ lastTime }) => lastTime <= from);
  const after = own.find(({ firstTime }) => firstTime === to);
  const within = own.find(({ firstTime, lastTime }) => firstTime <= from && lastTime >= to);
  const where = before && after
    ? ` between ${before.name} and ${after.name}`
    : within
    ? ` in ${within.name}`
    : "";
  return `Gap: no ${kind} for ${short((to - from) / 1e6)} s${where}, ${utc(from)} to ${utc(to)}.`;
}

function clockNotes(
  { wrongSide, offset, wrongSideThen, inverted }: NonNullable<FileReplay["clocks"]>,
): readonly string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lies = `${percent(wrongSide)} of prints lie on the wrong side of the mid of their moment`;
  if (inverted) {
    return [
      `Warning: ${lies}, and those at the best quotes at the other side's: buyers and sellers seem to ` +
      "have changed names.",
    ];
  }
  if (offset === null || wrongSideThen === null) {
    return wrongSide < STRANGE ? [`Clocks: ${lies}; no offset mends that.`] : [
      `Warning: ${lies}; no offset mends that: are trades and quotes of one instrument, and the sides right?`,
    ];
  }
  const ms = Math.round(1000 * offset);
  if (ms === 0) return [`Clocks: ${lies}; no offset of the quotes does better.`];
  const found = `with the quotes' times moved by ${ms} ms, ${percent(wrongSideThen)}`;
  return Math.abs(offset) <= HARMLESS
    ? [`Clocks: ${lies}; ${found}.`]
    : [`Warning: ${lies}; ${found}. The clocks differ: a quote offset of ${ms} ms mends it.`];
}

const short = (value: number) => String(Number(value.toPrecision(4)));
