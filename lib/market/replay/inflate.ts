import { Z_NO_FLUSH, Z_OK, Z_STREAM_END, zlibInflate, zlibInflateInit2, ZStream } from "pako";
import type { ByteReader, Bytes } from "./byte_reader.ts";

/**
 * What is wrapped around deflated bytes: nothing, as in zip, or gzip's header and checksum, which is checked.
 */
export type Wrapping = "none" | "gzip";

/** The wrapping in the words of zlib's inflateInit2. */
const WINDOW_BITS: Readonly<Record<Wrapping, number>> = { none: -15, gzip: 31 };
const PIECE = 65_536;

/**
 * Inflates one deflated stream and leaves what comes after it with the reader.
 *
 * @param reader The bytes.
 * @param wrapping What is around them.
 * @param damaged Called where they cannot be inflated, or end too early.
 * @returns The inflated bytes, at most 64 kB at a time.
 */
export async function* inflate(
  reader: ByteReader,
  wrapping: Wrapping,
  damaged: () => never,
): Bytes {
  const stream = new ZStream();
  zlibInflateInit2(stream, WINDOW_BITS[wrapping]);
  while (true) {
    const piece = await reader.piece() ?? damaged();
    stream.input = piece;
    stream.next_in = 0;
    stream.avail_in = piece.length;
    while (true) {
      stream.output = new Uint8Array(PIECE);
      stream.next_out = 0;
      stream.avail_out = PIECE;
      const status = zlibInflate(stream, Z_NO_FLUSH);
      if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out);
      if (status === Z_STREAM_END) {
        reader.putBack(piece.subarray(stream.next_in));
        return;
      }
      // With nothing left to take, zlib says that it made no progress: the next piece will tell.
      if (status !== Z_OK && stream.avail_in > 0) damaged();
      if (stream.avail_in === 0 && stream.avail_out > 0) break;
    }
  }
}
