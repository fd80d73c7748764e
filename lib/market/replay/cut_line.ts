import Papa from "papaparse";
import { type Fields, noFields } from "./fields.ts";

// Papa Parse ships no types; this is the part used here.
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly unknown[];
}
const parse: (text: string, config: Readonly<Record<string, unknown>>) => Parsed = Papa.parse;

const [NEWLINE, RETURN, QUOTE, COMMA] = [10, 13, 34, 44];

/** Cuts lines into fields, one after the other. */
export interface LineCutter {
  /** Cuts the line that begins at a place of some bytes, and says where the next one begins. */
  readonly cut: (bytes: Uint8Array, from: number) => number;
  /** Its fields. */
  readonly fields: Fields;
}

/**
 * Makes a cutter. A line ends at a line break, whatever quotation marks say: in market data no field has one, and
 * so a stray mark spoils its own line only, instead of swallowing the file. Lines with marks are cut by Papa Parse.
 *
 * @param name The file's name, for messages.
 * @throws {TypeError} While cutting, where the text is not UTF-8.
 */
export function lineCutter(name: string): LineCutter {
  const fields = noFields();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  function textOfLine(line: Uint8Array): string {
    try {
      return decoder.decode(line);
    } catch {
      throw new TypeError(`Cannot read ${name} as its text must be UTF-8: it has other bytes`);
    }
  }
  return {
    fields,
    cut(bytes, from) {
      const { starts } = fields;
      let [at, count, all, marked] = [from, 1, 0, false];
      starts[0] = from;
      for (; at < bytes.length; at++) {
        const byte = bytes[at];
        all |= byte;
        // Nearly all bytes are digits or letters.
        if (byte > COMMA) continue;
        if (byte === COMMA) starts[count++] = at + 1;
        else if (byte === NEWLINE) break;
        else if (byte === QUOTE) marked = true;
      }
      const end = at > from && bytes[at - 1] === RETURN ? at - 1 : at;
      starts[count] = end + 1;
      const plain = !marked && all < 128;
      const text = plain ? "" : textOfLine(bytes.subarray(from, end));
      fields.bytes = bytes;
      fields.count = count;
      fields.closed = true;
      if (marked) cutMarked(text, fields);
      return at + 1;
    },
  };
}

function cutMarked(text: string, fields: Fields): void {
  const { data: [texts = [""]], errors } = parse(text, { delimiter: ",", newline: "\n" });
  const encoder = new TextEncoder();
  fields.bytes = encoder.encode(texts.join(","));
  fields.count = texts.length;
  fields.closed = errors.length === 0;
  let start = 0;
  texts.forEach((field, i) => {
    fields.starts[i] = start;
    start += encoder.encode(field).length + 1;
  });
  fields.starts[texts.length] = start;
}
