import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import type { MarketSource } from "../../../lib/market/replay/lines.ts";
import { LAYOUTS } from "../../../lib/market/replay/layouts/list.ts";
import { byteStream, gzipped, zipped } from "./bytes.ts";

const T = "time_us,price,quantity,aggressor\n";
const good = "1,100,2,buy\n";
const noise = Uint8Array.from({ length: 70_000 }, (_, i) => 32 + (i * 7919) % 90);

const GZIP_DAMAGED = "as its gzip archive must be whole: " +
  "it is damaged, cut short, or followed by something else";
const ZIP_DAMAGED = "as its zip archive must be whole: it is damaged or cut short";
const ZIP_CHANGED = "as its zip archive must agree with its checksum: a.csv was changed or damaged";
const known = LAYOUTS.map(({ name }) => name).join(", ");
const headers = `one of a known layout (${known})`;
const damagedZip = zipped({ "a.csv": T + good.repeat(999) });
damagedZip.fill(255, 60, 90);
const damagedGzip = await gzipped(T + good.repeat(999));
const [changedZip, changedGzip] = [
  changedArchive(zipped({ "a.csv": T + good }, 0)),
  await gzipped(T + good),
];
changedGzip[changedGzip.length - 8] ^= 1;
const oneGzip = await gzipped(T + good);
damagedGzip.fill(255, 20, 40);

/** Files that cannot be read at all. */
const wholes: readonly (readonly [file: () => MarketSource, error: string])[] = [
  [() => "", "as a market file must have a header: it is empty"],
  [() => byteStream(""), "as a market file must have a header: it is empty"],
  [() => T, "as a market file must have good rows: it has none, and 0 bad ones"],
  [
    () => "price,time\n1,2\n",
    `as its first line must be ${headers}: current value is "price,time"`,
  ],
  [() => good, `as its first line must be ${headers}: current value is "1,100,2,buy"`],
  [
    () => "time_us,price,aggressor\n",
    `as its first line must be ${headers}: current value is ` +
    '"time_us,price,aggressor"',
  ],
  [() => "\n" + T, `as its first line must be ${headers}: current value is ""`],
  [
    () => byteStream(Uint8Array.of(0xff, 0xfe, 0x74, 0)),
    "as its text must be UTF-8: it has other bytes",
  ],
  [
    () => byteStream(noise, 4096),
    "at line 1 as a line must have at most 65536 characters: is it a CSV file?",
  ],
  [
    () => byteStream(damagedGzip),
    GZIP_DAMAGED,
  ],
  [
    () => byteStream(Uint8Array.of(0x1f, 0x8b, 8)),
    GZIP_DAMAGED,
  ],
  [
    () => byteStream(damagedZip),
    ZIP_DAMAGED,
  ],
  [
    () => byteStream(zipped({ "a.csv": T + good.repeat(99) }).slice(0, 60)),
    ZIP_DAMAGED,
  ],
  [
    () => byteStream(zipped({ "a.csv": T + good, "b.csv": T + good })),
    "as its zip archive must hold one file: it holds a.csv, b.csv",
  ],
  [
    () => byteStream(Uint8Array.of(...oneGzip, 0, 7)),
    GZIP_DAMAGED,
  ],
  [() => byteStream(changedZip), ZIP_CHANGED],
  [() => byteStream(changedGzip), GZIP_DAMAGED],
  [() => byteStream(oneGzip.slice(0, -3)), GZIP_DAMAGED],
  [() => byteStream(zipped({ "a.csv": T + good }).slice(0, -70)), ZIP_DAMAGED],
  [() => byteStream(zipped({})), "as its zip archive must hold one file: it holds none"],
];

/** The archive of a stored file with one digit changed. */
function changedArchive(archive: Uint8Array): Uint8Array {
  const place = archive.findIndex((byte, i) => byte === 0x31 && archive[i + 1] === 0x30);
  const changed = archive.slice();
  changed[place] = 0x39;
  return changed;
}

async function drain(source: MarketSource, skipBadRows = false) {
  const read = readMarket(source, { name: "broken.csv", skipBadRows });
  for await (const _ of read);
  return read.report();
}

Deno.test("readMarket() says in one line why a file cannot be read at all", async () => {
  for (const [file, expected] of wholes) {
    const { message } = await assertRejects(() => drain(file()), TypeError);
    assertEquals(message, `Cannot read broken.csv ${expected}`);
    assertMatch(message, /^[^\n]*$/);
  }
});
