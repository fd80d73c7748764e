import type { ByteReader, Bytes } from "./byte_reader.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";
import {
  DIRECTORY,
  longSize,
  readDirectory,
  uint16,
  uint32,
  type ZipFile,
  zipName,
} from "./zip_directory.ts";

const [FILE, DESCRIPTOR] = [0x04034b50, 0x08074b50];
const HEADER = 30;
const [STORED, DEFLATED] = [0, 8];

/** One file's header; PKWARE's APPNOTE, section 4.3.7. */
interface Entry {
  readonly name: string;
  readonly method: number;
  /** The sum of the unpacked bytes; undefined where the header does not say it. */
  readonly sum: number | undefined;
  /** The size as it is packed; 0 where the header does not say it. */
  readonly packedSize: number;
  /** Whether sum and sizes follow the file. */
  readonly described: boolean;
  readonly encrypted: boolean;
}

/**
 * Unpacks a zip archive that holds one file; folders and what macOS adds are passed over.
 *
 * A file has its checksum and size before it, after it, or in the directory at the archive's end alone:
 * wherever they stand, they must agree with the bytes.
 *
 * @throws {TypeError} Where the archive is damaged (its checksum included), cut short, encrypted or packed
 * in a way that is not stored or deflated, does not agree with its directory, or does not hold exactly one
 * file.
 */
export async function* unzip(reader: ByteReader, name: string): Bytes {
  const refuse = (reason: string): never => {
    throw new TypeError(`Cannot read ${name} as its zip archive must ${reason}`);
  };
  const damaged = () => refuse("be whole: it is damaged or cut short");
  const unpacked: ZipFile[] = [];
  const names: string[] = [];
  while (true) {
    const signature = uint32(await reader.peek(4), 0);
    if (signature !== FILE) {
      // Only the directory may follow the files; without files the archive's end may follow at once.
      if (signature === DIRECTORY && names.length === 1) {
        const disagreement = compared(unpacked, await readDirectory(reader) ?? damaged());
        return disagreement === undefined ? undefined : refuse(disagreement);
      }
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
    const bytes = entry.method === STORED
      ? stored(reader, entry.packedSize, damaged)
      : inflate(reader, "none", damaged);
    let [sum, size] = [0, 0];
    for await (const piece of bytes) {
      sum = crc32(piece, sum);
      size += piece.length;
      if (!passedOver) yield piece;
    }
    if (entry.method === STORED && size === 0 && !await followed(reader)) {
      refuse(`say the size of stored files before them: ${entry.name}'s is not said`);
    }
    const after = entry.described ? await sumAfter(reader) ?? damaged() : undefined;
    if ([entry.sum, after].some((promised) => (promised ?? sum) !== sum)) {
      refuse(`agree with its checksum: ${entry.name} was changed or damaged`);
    }
    unpacked.push({ name: entry.name, sum, size });
  }
}

/** What a directory says otherwise than the files themselves do. */
function compared(files: readonly ZipFile[], directory: readonly ZipFile[]): string | undefined {
  for (const { name, sum, size } of directory) {
    const file = files.find((one) => one.name === name);
    if (file === undefined) return `hold what its directory lists: ${name} is not in it`;
    if (file.sum !== sum || file.size !== size) {
      return `agree with its directory: ${name} was changed or damaged`;
    }
  }
  const unlisted = files.find(({ name }) => !directory.some((one) => one.name === name));
  return unlisted && `list its file in its directory: ${unlisted.name} is not there`;
}

async function readEntry(reader: ByteReader): Promise<Entry | undefined> {
  const header = await reader.take(HEADER);
  if (header === undefined) return undefined;
  const nameLength = uint16(header, 26);
  const words = await reader.take(nameLength + uint16(header, 28));
  if (words === undefined) return undefined;
  const [flags, sum, packed, size] = [6, 14, 18, 22].map((at, i) =>
    (i === 0 ? uint16 : uint32)(header, at)
  );
  const described = (flags & 8) !== 0;
  // Some writers leave it to the directory, which stands at the end, and write zeros.
  const said = !described && (sum !== 0 || packed !== 0 || size !== 0);
  return {
    name: zipName(words.subarray(0, nameLength)),
    method: uint16(header, 8),
    sum: said ? sum : undefined,
    packedSize: longSize(packed, words.subarray(nameLength), size === packed ? 1 : 0),
    described,
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

/** Whether what comes next is no file's contents: a header, the directory or a checksum after an empty file. */
async function followed(reader: ByteReader): Promise<boolean> {
  const next = uint32(await reader.peek(4), 0);
  return [FILE, DIRECTORY, DESCRIPTOR, 0].includes(next);
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
