import { type Bytes, joined } from "./byte_reader.ts";
import { unpack } from "./unpack.ts";

/** A file's contents: text, or the stream of its bytes (plain, gzip or zip). */
export type MarketSource = string | ReadableStream<Uint8Array>;

/** Some consecutive lines of a file. */
export interface LineBlock {
  /** Line number of the first of them, counted from 1. */
  readonly firstLine: number;
  /** How many. */
  readonly count: number;
  /** Their bytes, each line with its break; the file's last one may lack it. */
  readonly bytes: Uint8Array;
}

const LONGEST_LINE = 65_536;
const PIECE = 65_536;
const NEWLINE = 10;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * The lines of a file, block by block.
 *
 * @param source The file.
 * @param name The file's name, for messages.
 * @returns Blocks of lines.
 * @throws {TypeError} Where an archive is broken, or a line is endless.
 */
export async function* lineBlocks(source: MarketSource, name: string): AsyncGenerator<LineBlock> {
  const pieces = typeof source === "string" ? encoded(source) : unpack(source, name);
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  let firstLine = 1;
  for await (const piece of pieces) {
    const bytes = joined(rest, piece);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const block = blockOf(bytes.subarray(0, end), firstLine);
      yield block;
      firstLine += block.count;
    }
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) {
      throw new TypeError(
        `Cannot read ${name} at line ${firstLine} as a line must have at most ${LONGEST_LINE} ` +
          "characters: is it a CSV file?",
      );
    }
  }
  if (rest.length > 0) yield blockOf(rest, firstLine);
}

function blockOf(lines: Uint8Array, firstLine: number): LineBlock {
  const marked = firstLine === 1 && BYTE_ORDER_MARK.every((byte, i) => lines[i] === byte);
  const bytes = marked ? lines.subarray(BYTE_ORDER_MARK.length) : lines;
  let count = 0;
  for (let at = 0; at < bytes.length; count++) {
    const end = bytes.indexOf(NEWLINE, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return { firstLine, count, bytes };
}

async function* encoded(text: string): Bytes {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += PIECE) yield bytes.subarray(i, i + PIECE);
}
