/** Streams and archives for the tests of reading. */
import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";

/** The text's bytes, some at a time. */
export function byteStream(
  contents: string | Uint8Array,
  size = 7,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = typeof contents === "string"
    ? new TextEncoder().encode(contents)
    : Uint8Array.from(contents);
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from += size));
    },
  });
}

/** The text packed by gzip. */
export async function gzipped(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Texts packed into a zip archive, by name; level 0 stores them as they are. */
export function zipped(
  files: Readonly<Record<string, string>>,
  level: 0 | 6 = 6,
): Uint8Array {
  const contents = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(contents), { level });
}

/** A header and then one text again and again, packed by gzip without ever standing there as a whole. */
export async function gzippedOften(
  header: string,
  text: string,
  times: number,
): Promise<Uint8Array> {
  const thousand = strToU8(text.repeat(1000));
  let left = times / 1000;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(Uint8Array.from(strToU8(header))),
    pull(controller) {
      if (left-- > 0) controller.enqueue(Uint8Array.from(thousand));
      else controller.close();
    },
  });
  const packed = source.pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** A zip archive written as a stream: sizes and checksum follow the file. */
export function zipStream(name: string, text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      const archive = new Zip((error, piece, final) => {
        if (error) return controller.error(error);
        controller.enqueue(Uint8Array.from(piece));
        if (final) controller.close();
      });
      const file = new ZipDeflate(name);
      archive.add(file);
      file.push(strToU8(text), true);
      archive.end();
    },
  });
}
