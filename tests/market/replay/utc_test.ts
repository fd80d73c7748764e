import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { utc, utcColumn } from "../../../lib/market/replay/utc.ts";

const day = Date.UTC(2024, 0, 8) * 1000;

Deno.test("utc() is read back to the nearest microsecond, parts of one too", () => {
  const offsets = fc.oneof(
    fc.double({ min: 0, max: 86_400e6, noNaN: true }),
    fc.integer({ min: 0, max: 86_400 }).map((second) => second * 1e6 - 0.3),
    fc.integer({ min: 0, max: 864_000 }).map((tenth) => tenth * 1e5),
  );
  fc.assert(
    fc.property(offsets, (offset) => {
      const text = utc(day + offset);
      const [, seconds, rest = ""] = /^(.{19})(?:\.(\d{1,6}))?Z$/.exec(text)!;
      const read = Date.parse(`${seconds}Z`) * 1000 + Number(rest.padEnd(6, "0"));
      assertEquals(read, Math.round(day + offset));
      assert(!rest.endsWith("0"), text);
    }),
    { seed: 3 },
  );
});

Deno.test("utcColumn() has one form: as many digits in every row, the times those of utc()", () => {
  for (const step of [1e6, 60e6, 5e5, 250_000, 1e6 / 3, 0.7, 1e6 + 0.2]) {
    for (const start of [day, day + 0.4, day + 123_456]) {
      const times = Array.from({ length: 50 }, (_, n) => start + n * step);
      const column = utcColumn(times);
      assertEquals(new Set(column.map((text) => text.length)).size, 1, `${step} from ${start}`);
      const whole = times.every((time) => Math.round(time) % 1e6 === 0);
      assertEquals(column[0].length, whole ? 20 : 27);
      column.forEach((text, n) => assertEquals(Date.parse(text), Date.parse(utc(times[n]))));
    }
  }
});
