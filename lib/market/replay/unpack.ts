import { Unzip, UnzipInflate } from "fflate";

/**
 * Bytes of a file, piece by piece.
 *
 * @internal
 */
export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>>;

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/**
 * The bytes of a file, unpacked where its first bytes say gzip or zip; plain files pass through.
 *
 * Piece by piece: neither the file nor what it unpacks to is ever held as a whole.
 *
 * @param stream The file.
 * @param name The file's name, for messages.
 * @returns The unpacked bytes.
 * @throws {TypeError} Where the archive is damaged, cut short, or does not hold exactly one file.
 *
 * @internal
 */
export async function* unpack(stream: ReadableStream<Uint8Array>, name: string): Bytes {
  const pieces = readPieces(stream);
  const { head, rest } = await withHead(pieces);
  const starts = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
  if (starts(GZIP)) yield* gunzip(rest, name);
  else if (starts(ZIP)) yield* unzip(rest, name);
  else yield* rest;
}

async function* readPieces(stream: ReadableStream<Uint8Array>): Bytes {
  const reader = stream.getReader();
  try {
    while (true) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    // Reached too where a reader stops early: the file must be let go.
    await reader.cancel();
  }
}

/** Looks at the first bytes without taking them away. */
async function withHead(pieces: Bytes): Promise<{ head: Uint8Array; rest: Bytes }> {
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const { value, done } = await pieces.next();
    if (done) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  async function* rest(): Bytes {
    try {
      if (head.length > 0) yield head;
      yield* pieces;
    } finally {
      await pieces.return(undefined);
    }
  }
  return { head, rest: rest() };
}

async function* gunzip(packed: Bytes, name: string): Bytes {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await packed.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await packed.return(undefined);
    },
  });
  const unpacked = readPieces(source.pipeThrough(new DecompressionStream("gzip")));
  try {
    while (true) {
      const { value, done } = await unpacked.next().catch((): never => damaged("gzip", name));
      if (done) return;
      yield value;
    }
  } finally {
    await unpacked.return(undefined);
  }
}

async function* unzip(packed: Bytes, name: string): Bytes {
  const files: string[] = [];
  let ready: Uint8Array<ArrayBuffer>[] = [];
  let complete = false;
  const archive = new Unzip((file) => {
    if (file.name.endsWith("/") || file.name.startsWith("__MACOSX/")) return;
    files.push(file.name);
    file.ondata = (error, data, final) => {
      if (error) damaged("zip", name);
      ready.push(data as Uint8Array<ArrayBuffer>);
      complete = final;
    };
    if (files.length === 1) file.start();
  });
  archive.register(UnzipInflate);
  for await (const piece of packed) {
    feed(archive, piece, name);
    yield* ready;
    ready = [];
    if (files.length > 1) {
      throw new TypeError(
        `Cannot read ${name} as its zip archive must hold one file: it holds ${files.join(", ")}`,
      );
    }
  }
  if (files.length === 0) {
    throw new TypeError(`Cannot read ${name} as its zip archive must hold one file: it holds none`);
  }
  if (!complete) damaged("zip", name);
}

function feed(archive: Unzip, piece: Uint8Array, name: string): void {
  try {
    archive.push(piece, false);
  } catch {
    damaged("zip", name);
  }
}

function damaged(kind: string, name: string): never {
  throw new TypeError(
    `Cannot read ${name} as its ${kind} archive must be whole and the only one: ` +
      "it is damaged, cut short, or followed by more",
  );
}
