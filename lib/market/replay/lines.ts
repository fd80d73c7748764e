import Papa from "papaparse";
import { unpack } from "./unpack.ts";

/** A file's contents: text, or the stream of its bytes (plain, gzip or zip). */
export type MarketSource = string | ReadableStream<Uint8Array>;

/** Some consecutive lines of a CSV file, cut into fields. */
export interface LineBlock {
  /** Line number of the first of them, counted from 1. */
  readonly firstLine: number;
  /** Fields, one array a line; a blank line is one empty field. */
  readonly lines: readonly (readonly string[])[];
  /** Lines whose quotes do not close, by their place in `lines`. */
  readonly unclosed: ReadonlySet<number>;
}

// Papa Parse ships no types; this is the part used here.
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly unknown[];
}
const parse: (text: string, config: Readonly<Record<string, unknown>>) => Parsed = Papa.parse;

const LONGEST_LINE = 65_536;
const PIECE = 65_536;
const ALL_CLOSED: ReadonlySet<number> = new Set();
const NOT_BLANK = /[^\n]/;
const BLANK: readonly string[] = [""];

/**
 * The lines of a CSV file, block by block, as Papa Parse cuts them into fields.
 *
 * A record is one line: in market data no field has a line break, and so a stray quote spoils its own
 * line only, instead of swallowing the file.
 *
 * @param source The file.
 * @param name The file's name, for messages.
 * @returns Blocks of lines.
 * @throws {TypeError} Where an archive is broken, the text is not UTF-8, or a line is endless.
 */
export async function* lineBlocks(source: MarketSource, name: string): AsyncGenerator<LineBlock> {
  const texts = typeof source === "string" ? pieces(source) : decode(source, name);
  let rest = "";
  let firstLine = 1;
  for await (const text of texts) {
    const end = text.lastIndexOf("\n");
    if (end >= 0) {
      const block = cut(rest + text.slice(0, end), firstLine);
      yield block;
      firstLine += block.lines.length;
      rest = text.slice(end + 1);
    } else {
      rest += text;
    }
    if (rest.length > LONGEST_LINE) {
      throw new TypeError(
        `Cannot read ${name} at line ${firstLine} as a line must have at most ${LONGEST_LINE} ` +
          "characters: is it a CSV file?",
      );
    }
  }
  if (rest !== "") yield cut(rest, firstLine);
}

function cut(block: string, firstLine: number): LineBlock {
  const text = block.replaceAll("\r\n", "\n").replace(/\r$/, "");
  // A file may hold nothing but blank lines, a milliard of them in some megabytes of gzip.
  if (!NOT_BLANK.test(text)) {
    return { firstLine, lines: new Array(text.length + 1).fill(BLANK), unclosed: ALL_CLOSED };
  }
  const config = { delimiter: ",", newline: "\n" };
  if (!text.includes('"')) {
    const lines = parse(text, { ...config, fastMode: true }).data;
    return { firstLine, lines, unclosed: ALL_CLOSED };
  }
  const unclosed = new Set<number>();
  const lines = text.split("\n").map((line, i) => {
    const { data, errors } = parse(line, config);
    if (errors.length > 0) unclosed.add(i);
    return data[0] ?? [""];
  });
  return { firstLine, lines, unclosed };
}

async function* decode(
  stream: ReadableStream<Uint8Array>,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const text = (bytes?: Uint8Array<ArrayBuffer>) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new TypeError(`Cannot read ${name} as its text must be UTF-8: it has other bytes`);
    }
  };
  for await (const bytes of unpack(stream, name)) yield text(bytes);
  yield text();
}

async function* pieces(text: string): AsyncGenerator<string> {
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  for (let i = 0; i < plain.length; i += PIECE) yield plain.slice(i, i + PIECE);
}
