/** Streams and archives for the tests of reading. */
import { strToU8, zipSync } from "fflate";

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

/** Texts packed into a zip archive, by name. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
  ));
}
