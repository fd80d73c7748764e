import { batchWriter, type MarketBatch, type MarketRow } from "./batch.ts";
import type { Fault, FaultNote } from "./field.ts";
import type { RowFormat, RowReader } from "./formats.ts";
import type { LineBlock } from "./lines.ts";
import type { Tally } from "./read_report.ts";

/**
 * What reading a block needs to know.
 *
 * @internal
 */
export interface Reading {
  /** The file's format. */
  readonly format: RowFormat;
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
}

/**
 * Blank lines that nothing has followed yet.
 *
 * @internal
 */
export interface BlankLines {
  /** How many. */
  count: number;
  /** Line of the first of them, counted from 1. */
  firstLine: number;
}

const BLANK: Fault = { rule: "a line must not be blank", value: "" };

/**
 * Reads a block's rows from line `from` on.
 *
 * @throws {RangeError} At the first bad row, unless bad rows are skipped.
 *
 * @internal
 */
export function readBlock(block: LineBlock, from: number, reading: Reading): MarketBatch {
  const { format, reader, score, skipBadRows, name, blank } = reading;
  const { columns, optional } = format;
  const { lines, firstLine, unclosed } = block;
  const writer = batchWriter(format.kind, lines.length - from);
  const row: MarketRow = {
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
  const note: FaultNote = { fault: undefined };
  const bad = (line: number, fault: Fault, count = 1) => {
    if (skipBadRows) return score.skip(line, fault, count);
    const { rule, value } = fault;
    throw new RangeError(
      `Cannot read ${name} at line ${line} as ${rule}: current value is ${JSON.stringify(value)}`,
    );
  };
  for (let i = from; i < lines.length; i++) {
    const fields = lines[i];
    if (fields.length === 1 && fields[0] === "") {
      if (blank.count++ === 0) blank.firstLine = firstLine + i;
      continue;
    }
    if (blank.count > 0) {
      bad(blank.firstLine, BLANK, blank.count);
      blank.count = 0;
    }
    note.fault = unclosed.has(i)
      ? { rule: "quotation marks must close", value: fields.join(",").slice(0, 40) }
      : shapeFault(fields, columns.length, optional);
    if (note.fault === undefined) {
      reader(fields, row, note);
      note.fault ??= score.orderFault(row.time, row.id);
    }
    const line = firstLine + i;
    if (note.fault === undefined) {
      writer.push(row);
      score.keep(line, row.time, row.id);
    } else {
      bad(line, note.fault);
    }
  }
  return writer.batch();
}

function shapeFault(
  fields: readonly string[],
  most: number,
  optional: number,
): Fault | undefined {
  const count = fields.length;
  if (count <= most && count >= most - optional) return undefined;
  const words = optional > 0 ? `${most - optional} or ${most}` : String(most);
  return { rule: `a row must have ${words} fields`, value: String(count) };
}
