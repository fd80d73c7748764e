import { callable, listOf, text } from "../kinds.ts";
import stored from "../../notebooks/recorded_results.json" with { type: "json" };
import { isThere } from "./market_files.ts";

/** What {@linkcode recordedResults} says where the files are missing. */
export const storedNumbers = "stored numbers";

/** Numbers that a recorded market gave. */
export interface RecordedResults<T> {
  /** The market's name. */
  readonly name: string;
  /** Whether they were measured just now, or are those that were stored when the files were at hand. */
  readonly source: "recorded files" | "stored numbers";
  /** The numbers, to six digits. */
  readonly numbers: T;
  /** Which of them differ from the stored ones by more than a hundredth of a per cent; none where they are those. */
  readonly differing: readonly string[];
}

/**
 * What a recorded market gave: measured now where its files are there, else as it was stored.
 *
 * Recordings are large and belong to others, so they may be missing where a chapter is read. Its numbers are kept
 * beside it instead: never the trades.
 *
 * @param name The market's name among the stored ones.
 * @param paths Its files.
 * @param measure Measures it: plain numbers, texts, arrays and records; what is not finite becomes null.
 * @returns The numbers, and where they come from.
 * @throws {RangeError} Where the files are missing and nothing was stored under this name.
 *
 * @example
 * ```ts
 * import { recordedResults } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const eth = await recordedResults("ETH perp", ["nowhere.csv"], () => Promise.reject());
 * assertEquals(eth.source, "stored numbers");
 * ```
 */
export async function recordedResults<T>(
  name: string,
  paths: readonly string[],
  measure: (paths: readonly string[]) => Promise<T>,
): Promise<RecordedResults<T>> {
  const action = "show recorded results";
  text(action, "name", name);
  listOf("paths", text)(action, "paths", paths);
  callable(action, "measure", measure);
  const kept = (stored as Record<string, unknown>)[name];
  if (paths.every(isThere)) {
    const numbers = rounded(await measure(paths)) as T;
    const differing = kept === undefined ? [name] : [...differences(name, kept, numbers)];
    return { name, source: "recorded files", numbers, differing };
  }
  if (kept !== undefined) {
    return { name, source: storedNumbers, numbers: kept as T, differing: [] };
  }
  throw new RangeError(
    `Cannot show results of ${name} as its files are missing and nothing was stored: ` +
      `stored are ${Object.keys(stored).join(", ")}`,
  );
}

/** Plain data of six digits: what JSON gives back. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, own) => {
    if (ArrayBuffer.isView(own)) return Array.from(own as Float64Array);
    return typeof own === "number" && Number.isFinite(own) ? Number(own.toPrecision(6)) : own;
  }));
}

/** The places at which two pieces of plain data differ. */
function* differences(place: string, a: unknown, b: unknown): Generator<string> {
  if (typeof a === "number" && typeof b === "number") {
    if (Math.abs(a - b) > 1e-4 * Math.max(Math.abs(a), Math.abs(b))) yield place;
  } else if (typeof a === "object" && a !== null && typeof b === "object" && b !== null) {
    const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      yield* differences(`${place}.${key}`, one[key], other[key]);
    }
  } else if (a !== b) yield place;
}
