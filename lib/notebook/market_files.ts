import { record, text } from "../kinds.ts";
import {
  type MarketRows,
  readMarket,
  type ReadMarketOptions,
} from "../market/replay/read_market.ts";
import { printableName } from "../printable.ts";

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
  return openedFile(path, options);
}

/** The same, and tells how many bytes come. */
export function openedFile(
  path: string,
  options: ReadMarketOptions,
  told?: (bytes: number) => void,
): MarketRows {
  const bytes = bytesOf(path);
  const count = (piece: Uint8Array<ArrayBuffer>, out: TransformStreamDefaultController) => {
    told!(piece.length);
    out.enqueue(piece);
  };
  const source = told === undefined
    ? bytes
    : bytes.pipeThrough(new TransformStream({ transform: count }));
  return readMarket(source, { name: nameOf(path), ...options });
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
