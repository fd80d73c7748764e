import { numberOf } from "../plural.ts";
import { type FileReplay, replayAssumptions } from "../market/replay/replay.ts";
import type { FileLayout } from "../market/replay/read_market.ts";
import type { ReadReport } from "../market/replay/read_report.ts";
import { replayNotes } from "../market/replay/replay_notes.ts";
import { utc } from "../market/replay/utc.ts";
import { digits, fixed } from "./table.ts";

/** What was read, and what replaying takes for granted, as text. */
export function replaySummary(replayed: FileReplay): string {
  const { reports, tape, midFrom, prints, tick, halfSpread } = replayed;
  const { steps, dt } = tape.grid;
  const spread = halfSpread === null ? "" : `, mean half-spread ${digits(halfSpread)}`;
  const grid = tick === 0 ? "no tick" : `tick ${tick}`;
  const { start, end } = spanOf(replayed);
  return [
    ...reports.flatMap((report, i) => reportLines(report, replayed.layouts[i])),
    `tape: ${start} to ${end}, ${numberOf(steps, "step")} of ${dt} s, ${
      numberOf(prints, "print")
    }, mid from ${midFrom}, ` +
    `${grid}${spread}`,
    ...replayNotes(replayed),
    "",
    "A replay takes for granted:",
    ...replayAssumptions.map((assumption) => `  ${assumption}`),
  ].join("\n");
}

/** What a command's JSON says of a replay. */
export function replayJson(replayed: FileReplay) {
  const { tape: { grid: { dt, steps }, gaps: gapSteps = [] } } = replayed;
  return {
    dt,
    steps,
    start: replayed.start,
    span: spanOf(replayed),
    layouts: replayed.layouts,
    midFrom: replayed.midFrom,
    prints: replayed.prints,
    tick: replayed.tick,
    halfSpread: replayed.halfSpread,
    gaps: replayed.gaps.map(({ kind, from, to }) => ({ kind, from: utc(from), to: utc(to) })),
    gapSteps: [...gapSteps],
    longestGap: replayed.longestGap,
    stepsLeftOut: replayed.stepsLeftOut,
    printsLeftOut: replayed.printsLeftOut,
    clocks: replayed.clocks,
    sidesExchanged: replayed.sidesExchanged,
    notes: replayNotes(replayed),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** First moment and last of a tape, gaps included. */
function spanOf({ tape, start, stepsLeftOut }: FileReplay) {
  const { steps, dt } = tape.grid;
  const all = steps - (tape.gaps?.length ?? 0) + stepsLeftOut;
  return { start: utc(start), end: utc(start + Math.round(1e6 * all * dt)) };
}

function reportLines(report: ReadReport, layout: FileLayout): string[] {
  const { name, format, rows, skipped, firstTime, lastTime } = report;
  const { instrument, passedOver, meaning, tickRule } = layout;
  const of = instrument === undefined ? "" : ` of ${instrument}`;
  const guessed = tickRule === undefined ? [] : [
    tickRule.trades > 0
      ? `  the tick rule has ${
        percent(tickRule.wrong / tickRule.trades)
      } of the file's own sides wrong`
      : "  sides by the tick rule, a guess: on two recordings of ours it had 3.1 % and 21.5 % of prints " +
        "wrong, and what it has wrong mixes what buyers and sellers do",
  ];
  const notes = [
    report.equalTimes > 0 ? `${report.equalTimes} at the time of the row before` : "",
    report.longGaps > 0 ? `${numberOf(report.longGaps, "pause")} over a minute` : "",
    report.longestGapLine > 0
      ? `longest pause ${fixed(report.longestGap, 1)} s before line ${report.longestGapLine}`
      : "",
    passedOver > 0
      ? `${numberOf(passedOver, "row")} passed over as neither trade nor two-sided quote`
      : "",
    report.missingIds > 0 ? `${numberOf(report.missingIds, "trade number")} missing` : "",
  ].filter((note) => note !== "");
  return [
    [
      `${name}: ${numberOf(rows, "row")} of ${format}${of}, ${utc(firstTime)} to ${utc(lastTime)}`,
      ...notes,
    ].join("; "),
    `  ${meaning.join(", ")}`,
    ...guessed,
    ...skipped.map(({ rule, count, firstLine, firstValue }) =>
      `  ${count} left out: ${rule}; first at line ${firstLine}: ${JSON.stringify(firstValue)}`
    ),
  ];
}
