import type { ByteReader } from "./byte_reader.ts";
import { printableName } from "../../printable.ts";

/** A file as an archive's directory, or its reader, knows it. */
export interface ZipFile {
  readonly name: string;
  /** Checksum of its bytes. */
  readonly sum: number;
  /** Number of its bytes. */
  readonly size: number;
}

/** What a directory's entry begins with, and what follows the last one: its end, by kind. */
export const DIRECTORY = 0x02014b50;
const ENDS = [0x06054b50, 0x06064b50, 0x05054b50];
const ENTRY = 46;

/** A size that does not fit in four bytes stands elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * Reads the directory that ends a zip archive; PKWARE's APPNOTE, section 4.3.12.
 *
 * @returns Its files; undefined where it is cut short.
 */
export async function readDirectory(reader: ByteReader): Promise<readonly ZipFile[] | undefined> {
  const files: ZipFile[] = [];
  while (true) {
    const signature = uint32(await reader.peek(4), 0);
    if (signature !== DIRECTORY) return ENDS.includes(signature) ? files : undefined;
    const entry = await reader.take(ENTRY);
    if (entry === undefined) return undefined;
    const [nameLength, extraLength] = [uint16(entry, 28), uint16(entry, 30)];
    const words = await reader.take(nameLength + extraLength + uint16(entry, 32));
    if (words === undefined) return undefined;
    const extra = words.subarray(nameLength, nameLength + extraLength);
    files.push({
      name: zipName(words.subarray(0, nameLength)),
      sum: uint32(entry, 16),
      size: longSize(uint32(entry, 24), extra, 0),
    });
  }
}

/**
 * A size, also where it needs eight bytes (section 4.5.3).
 *
 * @param size What stands in the four bytes.
 * @param extra The extra fields.
 * @param before How many sizes that need eight bytes come before it.
 */
export function longSize(size: number, extra: Uint8Array, before: number): number {
  if (size !== ELSEWHERE) return size;
  for (let at = 0; at + 4 <= extra.length; at += 4 + uint16(extra, at + 2)) {
    const from = at + 4 + 8 * before;
    if (uint16(extra, at) !== 1 || from + 8 > extra.length) continue;
    return uint32(extra, from) + 2 ** 32 * uint32(extra, from + 4);
  }
  return size;
}

/** A file's name, as it can be printed. */
export function zipName(bytes: Uint8Array): string {
  return printableName(new TextDecoder().decode(bytes));
}

/** Two bytes as a number. */
export function uint16(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8);
}

/** Four bytes as a number. */
export function uint32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}
