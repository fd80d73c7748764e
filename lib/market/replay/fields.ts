import { POINT } from "./digits.ts";

/**
 * The fields of one line of a file, as the bytes that they stand in: most are read as numbers, without a
 * string ever being made, and those that nobody asks for are not read at all.
 */
export interface Fields {
  /** The bytes of the line, and of what is around it. */
  bytes: Uint8Array;
  /** Where each begins; it ends one byte before the next begins, the last one before a place that follows. */
  readonly starts: number[];
  /** How many there are; a blank line is one empty field. */
  count: number;
  /** Whether the line's quotation marks close. */
  closed: boolean;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Fields of no line yet. */
export function noFields(): Fields {
  return { bytes: new Uint8Array(0), starts: [], count: 0, closed: true };
}

/** One field as text. */
export function textOf({ bytes, starts }: Fields, place: number): string {
  return decoder.decode(bytes.subarray(starts[place], starts[place + 1] - 1));
}

/** All fields as texts. */
export function textsOf(fields: Fields): readonly string[] {
  return Array.from({ length: fields.count }, (_, place) => textOf(fields, place));
}

/** Whether a field has no bytes. */
export function isEmpty({ starts }: Fields, place: number): boolean {
  return starts[place + 1] - 1 === starts[place];
}

/** Whether a field is this word. */
export function isWord({ bytes, starts }: Fields, place: number, word: Uint8Array): boolean {
  const from = starts[place];
  if (starts[place + 1] - 1 - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return false;
  return true;
}

/** Whether a point is among a field's bytes. */
export function hasPoint({ bytes, starts }: Fields, place: number): boolean {
  const end = starts[place + 1] - 1;
  for (let at = starts[place]; at < end; at++) if (bytes[at] === POINT) return true;
  return false;
}
