import type { FaultNote } from "./field.ts";
import { type Fields, isWord, textOf } from "./fields.ts";

/** Holds a column to the instrument of the first row. */
export function oneInstrument(column: string, place: number) {
  let name: string | undefined;
  let word = new Uint8Array(0);
  return {
    /** Looks at the next row. */
    check(fields: Fields, note: FaultNote): void {
      if (name === undefined) {
        name = textOf(fields, place);
        word = new TextEncoder().encode(name);
      }
      if (isWord(fields, place, word)) return;
      const rule = `${column} must be ${name} as in the first row`;
      note.fault ??= { rule, value: textOf(fields, place) };
    },
    /** The instrument; undefined before the first row. */
    name: () => name,
  };
}
