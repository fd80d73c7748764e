import { type Displayable, displayMethod, type MediaBundle } from "./display.ts";
import { inKernel } from "./kernel.ts";
import { lookAtResults } from "./kernel_marks.ts";
import { abridged } from "./abridged.ts";
import { recordsBundle } from "./records.ts";
import { sessionWords, simulationBundle, tapeWords } from "./summaries.ts";

/**
 * How a cell's last value looks where it does not say so itself: a tape, a session and a simulation say what
 * they are, a list of records is a table, and nothing prints pages of digits.
 *
 * @returns Its look; undefined where the kernel's own is right.
 */
export function bareValueBundle(value: unknown): MediaBundle | undefined {
  if (typeof value === "string" || Reflect.has(Object(value), displayMethod)) return undefined;
  const words = tapeWords(value) ?? sessionWords(value);
  if (words !== undefined) return { "text/plain": words };
  const table = simulationBundle(value) ?? recordsBundle(value);
  if (table !== undefined) return table;
  const short = abridged(value);
  return short === value ? undefined : { "text/plain": Deno.inspect(short) };
}

if (inKernel()) {
  lookAtResults((value): unknown => {
    const bundle = bareValueBundle(value);
    if (bundle === undefined) return value;
    return { [displayMethod]: () => bundle } satisfies Displayable;
  });
}
