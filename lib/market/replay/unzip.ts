import type { ByteReader, Bytes } from "./byte_reader.ts";
import { crc32 } from "./crc32.ts";
import { printableName } from "../../printable.ts";
import { inflate } from "./inflate.ts";

const [FILE, DIRECTORY, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x08074b50];
const HEADER = 30;
const [STORED, DEFLATED] = [0, 8];

/** One file's header; PKWARE's APPNOTE, section 4.3.7. */
interface Entry {
  readonly name: string;
  readonly method: number;
  /** The sum of the unpacked bytes; undefined where it comes after them. */
  readonly sum: number | undefined;
  readonly packedSize: number;
  readonly encrypted: boolean;
}

/**
 * Unpacks a zip archive that holds one file; folders and what macOS adds are passed over.
 *
 * @throws {TypeError} Where the archive is damaged (its checksum included), cut short, encrypted or packed
 * in a way that is not stored or deflated, or does not hold exactly one file.
 */
export async function* unzip(reader: ByteReader, name: string): Bytes {
  const refuse = (reason: string): never => {
    throw new TypeError(`Cannot read ${name} as its zip archive must ${reason}`);
  };
  const damaged = () => refuse("be whole: it is damaged or cut short");
  const names: string[] = [];
  while (true) {
    const signature = uint32(await reader.peek(4), 0);
    if (signature !== FILE) {
      // Only the directory may follow the files; without files the archive's end may follow at once.
      if (signature === DIRECTORY && names.length === 1) return;
      if (names.length > 0) damaged();
      return refuse("hold one file: it holds none");
    }
    const entry = await readEntry(reader) ?? damaged();
    const passedOver = entry.name.endsWith("/") || entry.name.startsWith("__MACOSX/");
    if (!passedOver) names.push(entry.name);
    if (names.length > 1) refuse(`hold one file: it holds ${names.join(", ")}`);
    if (entry.encrypted) refuse(`not be encrypted: ${entry.name} is`);
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      refuse(`be stored or deflated: ${entry.name} is packed by method ${entry.method}`);
    }
    if (entry.method === STORED && entry.sum === undefined) {
      refuse(`say the size of stored files before them: ${entry.name}'s is not said`);
    }
    const bytes = entry.method === STORED
      ? stored(reader, entry.packedSize, damaged)
      : inflate(reader, "none", damaged);
    let sum = 0;
    for await (const piece of bytes) {
      sum = crc32(piece, sum);
      if (!passedOver) yield piece;
    }
    const promised = entry.sum ?? await sumAfter(reader) ?? damaged();
    if (sum !== promised) {
      refuse(`agree with its checksum: ${entry.name} was changed or damaged`);
    }
  }
}

const uint16 = (bytes: Uint8Array, at: number) => bytes[at] | (bytes[at + 1] << 8);
const uint32 = (bytes: Uint8Array, at: number) =>
  (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;

async function readEntry(reader: ByteReader): Promise<Entry | undefined> {
  const header = await reader.take(HEADER);
  if (header === undefined) return undefined;
  const words = await reader.take(uint16(header, 26) + uint16(header, 28));
  if (words === undefined) return undefined;
  const flags = uint16(header, 6);
  return {
    name: printableName(new TextDecoder().decode(words.subarray(0, uint16(header, 26)))),
    method: uint16(header, 8),
    sum: (flags & 8) === 0 ? uint32(header, 14) : undefined,
    packedSize: uint32(header, 18),
    encrypted: (flags & 1) === 1,
  };
}

async function* stored(reader: ByteReader, size: number, damaged: () => never): Bytes {
  for (let left = size; left > 0;) {
    const piece = await reader.piece() ?? damaged();
    const own = piece.subarray(0, left);
    if (own.length < piece.length) reader.putBack(piece.subarray(own.length));
    left -= own.length;
    yield own;
  }
}

/** The checksum that follows a file: with a signature or without, sizes of four bytes or of eight. */
async function sumAfter(reader: ByteReader): Promise<number | undefined> {
  const known = (at: number, bytes: Uint8Array) =>
    [FILE, DIRECTORY].includes(uint32(bytes, at)) && bytes.length >= at + 4;
  const bytes = await reader.peek(28);
  const from = uint32(bytes, 0) === DESCRIPTOR ? 4 : 0;
  const length = [12, 20].map((size) => from + size).find((end) => known(end, bytes));
  if (length === undefined) return undefined;
  const descriptor = await reader.take(length);
  return descriptor && uint32(descriptor, from);
}
