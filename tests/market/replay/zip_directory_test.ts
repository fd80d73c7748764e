import { assert, assertEquals, assertRejects } from "@std/assert";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { byteStream, zipped, zipStream } from "./bytes.ts";
import { expected, trades, tradesOf } from "./read_trades.ts";

const tradesIn = (archive: Uint8Array) => tradesOf(readMarket(byteStream(archive, 4096)));

/** Where the directory's one entry begins. */
function directoryOf(archive: Uint8Array): number {
  return new DataView(archive.buffer).getUint32(archive.length - 6, true);
}

/** A copy with bytes set, each where it stands. */
function changed(archive: Uint8Array, edits: readonly (readonly [number, ...number[]])[]) {
  const copy = Uint8Array.from(archive);
  for (const [at, ...bytes] of edits) copy.set(bytes, at);
  return copy;
}

/** Places in a file's own header, and in its directory's entry, of checksum, packed size and size. */
const [OWN, LISTED] = [[14, 18, 22], [16, 20, 24]];
const zero = (at: number) => [at, 0, 0, 0, 0] as const;

Deno.test("readMarket() reads a zip archive whose checksum and sizes stand in its directory alone", async () => {
  assertEquals(await tradesIn(changed(zipped({ "a.csv": trades }), OWN.map(zero))), expected);
  const streamed = new Uint8Array(await new Response(zipStream("a.csv", trades)).arrayBuffer());
  assertEquals(await tradesIn(streamed), expected);
});

Deno.test("readMarket() reads a stored file by its own size, though its checksum follows it", async () => {
  const archive = zipped({ "a.csv": trades }, 0);
  const at = directoryOf(archive);
  const sum = archive.slice(14, 18);
  const sizes = archive.slice(18, 26);
  const follows = Uint8Array.of(0x50, 0x4b, 7, 8, ...sum, ...sizes);
  const described = changed(archive, [[6, 8], zero(14)]);
  const whole = Uint8Array.of(...described.slice(0, at), ...follows, ...described.slice(at));
  assertEquals(await tradesIn(whole), expected);
  const wrong = Uint8Array.from(whole);
  wrong[at + 4] ^= 1;
  await assertRejects(() => tradesIn(wrong), TypeError, "must agree with its checksum: a.csv was");
});

Deno.test("readMarket() refuses a zip archive that says other things of a file than its directory does", async () => {
  for (const archive of [zipped({ "a.csv": trades }), zipped({ "a.csv": trades }, 0)]) {
    const at = directoryOf(archive);
    for (const [offset, reason] of [[16, "sum"], [24, "size"]] as const) {
      const edited = changed(archive, [[at + offset, archive[at + offset] ^ 1]]);
      const said = "must agree with its directory: a.csv was changed or damaged";
      await assertRejects(() => tradesIn(edited), TypeError, said, reason);
    }
    const renamed = changed(archive, [[at + 46, 98]]);
    const missing = "must hold what its directory lists: b.csv is not in it";
    await assertRejects(() => tradesIn(renamed), TypeError, missing);
    const own = changed(archive, [[14, archive[14] ^ 1]]);
    await assertRejects(() => tradesIn(own), TypeError, "must agree with its checksum");
  }
  const unsaid = changed(zipped({ "a.csv": trades }, 0), OWN.map(zero));
  const size = "must say the size of stored files before them: a.csv's is not said";
  await assertRejects(() => tradesIn(unsaid), TypeError, size);
});

Deno.test("readMarket() refuses a zip archive whose directory is cut short, wherever", async () => {
  const archive = zipped({ "a.csv": trades });
  for (let end = directoryOf(archive); end < archive.length - 18; end++) {
    await assertRejects(() => tradesIn(archive.slice(0, end)), TypeError, "must be whole");
  }
});

Deno.test("readMarket() of a zip archive with any one byte changed reads its rows or says what is wrong", async () => {
  for (const archive of [zipped({ "a.csv": trades }), zipped({ "a.csv": trades }, 0)]) {
    const headers = [...Array(35).keys()];
    const directory = headers.map((i) => directoryOf(archive) + i);
    for (const at of [...headers, ...directory, ...LISTED.map((i) => directoryOf(archive) + i)]) {
      for (const byte of [0, 1, 255]) {
        try {
          assertEquals(await tradesIn(changed(archive, [[at, byte]])), expected);
        } catch (error) {
          assert(error instanceof TypeError, `${at}: ${error}`);
          assert(/^Cannot read /.test(error.message), error.message);
        }
      }
    }
  }
});
