/** Bytes of a file, piece by piece. */
export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>>;

/** Bytes to be taken as a format asks for them: some at a time, or what comes. */
export interface ByteReader {
  /** The next bytes without taking them; fewer than asked for only at the end. */
  readonly peek: (count: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Takes so many bytes; undefined where the file ends before. */
  readonly take: (count: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Takes the next bytes, at most 64 kB; undefined at the end. */
  readonly piece: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Puts bytes back that were taken last. */
  readonly putBack: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Lets the file go. */
  readonly close: () => Promise<void>;
}

const PIECE = 65_536;

/** Reads a stream by the byte. */
export function byteReader(stream: ReadableStream<Uint8Array>): ByteReader {
  const source = stream.getReader();
  let kept: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  let ended = false;

  async function fill(count: number): Promise<void> {
    while (!ended && kept.length < count) {
      const { value, done } = await source.read();
      ended = done;
      if (done || value.length === 0) continue;
      kept = joined(kept, value as Uint8Array<ArrayBuffer>);
    }
  }
  function taken(count: number): Uint8Array<ArrayBuffer> {
    const bytes = kept.subarray(0, count);
    kept = kept.subarray(count);
    return bytes;
  }
  return {
    async peek(count) {
      await fill(count);
      return kept.subarray(0, count);
    },
    async take(count) {
      await fill(count);
      return kept.length < count ? undefined : taken(count);
    },
    async piece() {
      await fill(1);
      return kept.length === 0 ? undefined : taken(Math.min(PIECE, kept.length));
    },
    putBack(bytes) {
      kept = joined(bytes, kept);
    },
    close: () => source.cancel(),
  };
}

/** Bytes one after the other; not copied where they lie so already. */
export function joined(
  first: Uint8Array<ArrayBuffer>,
  second: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  // Bytes that were put back lie just before the rest.
  if (first.buffer === second.buffer && first.byteOffset + first.length === second.byteOffset) {
    return new Uint8Array(first.buffer, first.byteOffset, first.length + second.length);
  }
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
