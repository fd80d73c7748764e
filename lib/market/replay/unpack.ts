import { type ByteReader, byteReader, type Bytes } from "./byte_reader.ts";
import { gunzip } from "./gunzip.ts";
import { unzip } from "./unzip.ts";

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/**
 * The bytes of a file, unpacked where its first bytes say gzip or zip; plain files pass through.
 *
 * Piece by piece: neither the file nor what it unpacks to is ever held as a whole, and no piece is larger
 * than 64 kB however much a few bytes unpack to. Checksums are checked.
 *
 * @param stream The file.
 * @param name The file's name, for messages.
 * @returns The unpacked bytes.
 * @throws {TypeError} Where an archive is damaged, cut short, or followed by something else, or a zip
 * archive does not hold exactly one file.
 */
export async function* unpack(stream: ReadableStream<Uint8Array>, name: string): Bytes {
  const reader = byteReader(stream);
  try {
    const head = await reader.peek(2);
    const starts = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
    if (starts(GZIP)) yield* gunzip(reader, name);
    else if (starts(ZIP)) yield* unzip(reader, name);
    else yield* plain(reader);
  } finally {
    // Reached too where a reader stops early: the file must be let go.
    await reader.close();
  }
}

async function* plain(reader: ByteReader): Bytes {
  while (true) {
    const piece = await reader.piece();
    if (piece === undefined) return;
    yield piece;
  }
}
