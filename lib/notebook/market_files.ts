import { callable, listOf, record, text } from "../kinds.ts";
import {
  type MarketRows,
  readMarket,
  type ReadMarketOptions,
} from "../market/replay/read_market.ts";
import { printableName } from "../printable.ts";

/** What {@linkcode marketFiles} says of a market that was not recorded. */
export const writtenByEngine = "written by the engine";

/** A market in files, to be read as often as one likes. */
export interface MarketFiles {
  /** The files' names, without their folder. */
  readonly names: readonly string[];
  /** Where the market comes from. */
  readonly source: "recorded" | typeof writtenByEngine;
  /** Opens the files anew: rows to be gone through once. */
  readonly open: () => readonly MarketRows[];
}

/**
 * Opens a file of trades or quotes, plain or packed by gzip or zip.
 *
 * @param path The file; a relative path starts at the notebook's folder, `-` is standard input.
 * @param options How it is read; the name is the file's own unless given.
 * @returns Its rows, to be gone through once.
 * @throws {Error} Where there is no such file, or it cannot be opened.
 *
 * @example
 * ```ts
 * import { marketFile } from "@digital-market-maker/lab/notebook";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => marketFile("nowhere.csv"), Error, "Cannot open nowhere.csv: there is no such file");
 * ```
 */
export function marketFile(path: string, options: ReadMarketOptions = {}): MarketRows {
  text("open a market file", "path", path);
  record("open a market file", "its options", options);
  return readMarket(bytesOf(path), { name: nameOf(path), ...options });
}

/**
 * A recorded market where its files are there, otherwise one that the engine writes, read in the same way.
 *
 * Recordings are large and belong to others, so they may be missing where a notebook runs. Whoever shows
 * numbers says which of the two they come from: `source`.
 *
 * @param paths The recorded files.
 * @param otherwise Texts of the files to read in their place.
 * @returns The market's files.
 * @throws {Error} Where a recorded file is there but cannot be opened.
 *
 * @example
 * ```ts
 * import { marketFiles } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const trades = "time_us,price,quantity,aggressor\n0,100,1,buy\n";
 * const { names, source } = marketFiles(["nowhere/trades.csv"], () => ({ trades }));
 * assertEquals({ names, source }, { names: ["trades"], source: "written by the engine" });
 * ```
 */
export function marketFiles(
  paths: readonly string[],
  otherwise: () => Readonly<Record<string, string>>,
): MarketFiles {
  const action = "open market files";
  listOf("paths", text)(action, "paths", paths);
  callable(action, "otherwise", otherwise);
  if (paths.every(isThere)) {
    return {
      names: paths.map(nameOf),
      source: "recorded",
      open: () => paths.map((path) => marketFile(path)),
    };
  }
  const texts = Object.entries(otherwise());
  return {
    names: texts.map(([name]) => name),
    source: writtenByEngine,
    open: () => texts.map(([name, text]) => readMarket(text, { name })),
  };
}

function nameOf(path: string): string {
  return path === "-" ? "standard input" : path.split(/[\\/]/).at(-1) ?? path;
}

/** Whether there is such a file. */
export function isThere(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function bytesOf(path: string): ReadableStream<Uint8Array> {
  if (path === "-") return Deno.stdin.readable;
  try {
    if (Deno.statSync(path).isDirectory) throw new Error("it is a folder");
    return Deno.openSync(path).readable;
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound
      ? "there is no such file"
      : error instanceof Error
      ? error.message
      : String(error);
    throw new Error(`Cannot open ${printableName(path)}: ${printableName(reason)}`);
  }
}
