import type { ByteReader, Bytes } from "./byte_reader.ts";
import { inflate } from "./inflate.ts";

/**
 * Unpacks gzip: one member or several after each other, as RFC 1952 has it; zeros may follow.
 *
 * @throws {TypeError} Where a member is damaged or cut short, or something else follows.
 */
export async function* gunzip(reader: ByteReader, name: string): Bytes {
  const damaged = (): never => {
    throw new TypeError(
      `Cannot read ${name} as its gzip archive must be whole: ` +
        "it is damaged, cut short, or followed by something else",
    );
  };
  while (true) {
    yield* inflate(reader, "gzip", damaged);
    const next = (await reader.peek(1))[0];
    if (next === undefined) return;
    if (next === 0) break;
  }
  while (true) {
    const padding = await reader.piece();
    if (padding === undefined) return;
    if (padding.some((byte) => byte !== 0)) damaged();
  }
}
