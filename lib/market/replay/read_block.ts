import { batchWriter, type MarketBatch, type MarketRow } from "./batch.ts";
import type { LineCutter } from "./cut_line.ts";
import type { Fault, FaultNote } from "./field.ts";
import { type Fields, isEmpty, textsOf } from "./fields.ts";
import type { GrowingColumn } from "./growing_column.ts";
import type { LineBlock } from "./lines.ts";
import type { Tally } from "./read_report.ts";
import type { Recognised } from "./recognise_layout.ts";
import type { Reorder } from "./reorder.ts";
import type { RowKinds, RowReader } from "./row_reader.ts";

/** What reading a block needs to know. */
export interface Reading {
  /** The file's layout. */
  readonly recognised: Recognised;
  /** Cuts the lines of this file. */
  readonly cutter: LineCutter;
  /** Reads the rows of this file. */
  readonly reader: RowReader;
  /** The score of this file. */
  readonly score: Tally;
  /** Whether bad rows are left out and counted, not refused. */
  readonly skipBadRows: boolean;
  /** The file's name, for messages. */
  readonly name: string;
  /** Blank lines since the last row: legal at the end of a file, and nowhere else. */
  readonly blank: BlankLines;
  /** How many rows there were, good or bad: a row's place is how many came before it. */
  readonly seen: { rows: number };
  /** Where rows wait for those with smaller numbers; undefined where they come in order. */
  readonly reorder: Reorder | undefined;
  /** Takes the times of all rows, one a line, where another file needs them. */
  readonly rowTimes: GrowingColumn | undefined;
}

/** Blank lines that nothing has followed yet. */
export interface BlankLines {
  /** How many. */
  count: number;
  /** Line of the first of them, counted from 1. */
  firstLine: number;
}

const BLANK: Fault = { rule: "a line must not be blank", value: "" };

/**
 * Reads a block's rows, from the second line on where the first is the file's header.
 *
 * @returns Quotes or trades; of a layout with both, a batch of each, though one of them may have no rows.
 * @throws {RangeError} At the first bad row, unless bad rows are skipped.
 */
export function readBlock({ bytes, count, firstLine }: LineBlock, reading: Reading): MarketBatch[] {
  const { recognised, cutter, reader, blank, seen, reorder, rowTimes } = reading;
  const { fields } = cutter;
  const rows = rowSink(reading, count);
  const row = blankRow();
  const note: FaultNote = { fault: undefined };
  for (let [at, line] = [0, firstLine]; at < bytes.length; line++) {
    at = cutter.cut(bytes, at);
    if (line === 1 && recognised.header) continue;
    if (fields.count === 1 && isEmpty(fields, 0) && fields.closed) {
      if (blank.count++ === 0) blank.firstLine = line;
      continue;
    }
    if (blank.count > 0) {
      rows.bad(blank.firstLine, BLANK, blank.count);
      blank.count = 0;
    }
    note.fault = shapeFault(fields, recognised);
    const kinds = note.fault === undefined ? reader.read(fields, row, note, seen.rows) : NEITHER;
    seen.rows++;
    if (rowTimes) pushTime(rowTimes, row.time);
    if (note.fault !== undefined) rows.bad(line, note.fault);
    else if (!kinds.trade && !kinds.quote) rows.passOver(line, row.time, reorder === undefined);
    else if (reorder === undefined) rows.put(line, row, kinds);
    else {
      const due = reorder.push(row, line);
      if (due) rows.put(due.line, due.row, kinds);
    }
  }
  return rows.batches();
}

/** Reads the rows that still wait for smaller numbers at the end of a file. */
export function readRest(reading: Reading): MarketBatch[] {
  const rest = reading.reorder?.rest() ?? [];
  const rows = rowSink(reading, rest.length);
  const kinds = { trade: reading.recognised.layout.kind === "trades", quote: true };
  for (const { row, line } of rest) rows.put(line, row, { ...kinds, quote: !kinds.trade });
  return rows.batches();
}

const NEITHER: RowKinds = { trade: false, quote: false };

/** Puts a row's time where the other file's row finds it; that of a row with none, or with one too early, is the latest. */
function pushTime(times: GrowingColumn, time: number): void {
  const count = times.length();
  const latest = count > 0 ? times.at(count - 1)! : 0;
  times.push(time > latest ? time : latest);
}

/** Takes rows that are right in themselves, checks their place among the others, and collects them. */
function rowSink({ recognised, score, skipBadRows, name }: Reading, size: number) {
  const { kind } = recognised.layout;
  const quotes = kind === "trades" ? undefined : batchWriter("quotes", size);
  const trades = kind === "quotes" ? undefined : batchWriter("trades", size);
  function bad(line: number, fault: Fault, count = 1): void {
    if (skipBadRows) return score.skip(line, fault, count);
    throw new RangeError(
      `Cannot read ${name} at line ${line} as ${fault.rule}: ` +
        `current value is ${JSON.stringify(fault.value)}`,
    );
  }
  return {
    bad,
    put(line: number, row: MarketRow, kinds: RowKinds): void {
      const fault = score.orderFault(row.time, row.id);
      if (fault) return bad(line, fault);
      if (kinds.quote) quotes?.push(row);
      if (kinds.trade) trades?.push(row);
      score.keep(line, row.time, row.id);
    },
    passOver(line: number, time: number, inOrder: boolean): void {
      const fault = inOrder ? score.orderFault(time, NaN) : undefined;
      if (fault) return bad(line, fault);
      score.passOver(inOrder ? time : NaN);
    },
    batches: () => {
      const all = [quotes, trades].flatMap((writer) =>
        writer === undefined ? [] : [writer.batch()]
      );
      return all.some(({ time }) => time.length > 0) ? all : [];
    },
  };
}

function blankRow(): MarketRow {
  return {
    id: NaN,
    time: NaN,
    price: NaN,
    quantity: NaN,
    aggressor: NaN,
    bid: NaN,
    bidQuantity: NaN,
    ask: NaN,
    askQuantity: NaN,
  };
}

function shapeFault(fields: Fields, { width }: Recognised): Fault | undefined {
  const { count, closed } = fields;
  if (closed && count === width) return undefined;
  return closed
    ? { rule: `a row must have ${width} fields`, value: String(count) }
    : { rule: "quotation marks must close", value: textsOf(fields).join(",").slice(0, 40) };
}
