import { assert, assertEquals } from "@std/assert";
import { ISO_TIME, isoReader } from "../../../lib/market/replay/iso_time.ts";
import { streams } from "../../../lib/random/streams.ts";

/** A reader of texts, each with digits before and after it, as its bytes stand in a file. */
function textReader() {
  const [read, encoder] = [isoReader(), new TextEncoder()];
  return (text: string) => read(encoder.encode(`12${text}34`), 2, 2 + text.length);
}

/** The time by the pattern and the platform's own parser. */
function expected(text: string): number {
  const found = ISO_TIME.exec(text);
  if (found === null) return NaN;
  const [, date, hours, minutes, seconds, fraction = ""] = found;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return NaN;
  const whole = Date.parse(`${date}T${hours}:${minutes}:00Z`) + 1000 * Number(seconds);
  return 1000 * whole + Math.floor(Number(`0.${fraction}000000`.slice(0, 8)) * 1e6 + 0.5);
}

Deno.test("isoReader() reads every form alike, whatever it read before", () => {
  const read = textReader();
  const days = ["2024-08-08", "2024-08-09", "1999-12-31", "2024-13-01"];
  const clocks = ["23:54:14", "00:00:00", "24:00:00", "23:60:00", "23:59:60", "23:59:61", "3:4:05"];
  const fractions = [
    "",
    ".0",
    ".5",
    ".087896",
    ".087896123",
    ".0878961234",
    ".",
    ".08789x",
    ".12345678x",
  ];
  const ends = ["Z", "", " UTC", "+00:00", "-0000", "+01:00", "z", "ZZ"];
  for (const between of ["T", " ", "t"]) {
    for (const clock of clocks) {
      for (const fraction of fractions) {
        for (const end of ends) {
          for (const day of days) {
            const text = day + between + clock + fraction + end;
            assertEquals(read(text), expected(text), text);
          }
        }
      }
    }
  }
});

Deno.test("isoReader() knows how long each month is", () => {
  for (const year of [1999, 2000, 2023, 2024, 2100]) {
    const leap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
    const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    lengths.forEach((length, i) => {
      for (let day = 28; day <= 32; day++) {
        const text = `${year}-${String(i + 1).padStart(2, "0")}-${day}T01:02:03.5Z`;
        const time = textReader()(text);
        const right = Date.UTC(year, i, day, 1, 2, 3, 500) * 1000;
        assertEquals(time, day <= length ? right : NaN, text);
      }
    });
  }
});

Deno.test("isoReader() refuses a time with any one character wrong", () => {
  const read = textReader(), random = streams("iso")("characters");
  const right = "2024-08-08T23:54:14.087896Z";
  const time = read(right);
  assert(time > 0);
  for (let place = 0; place < right.length; place++) {
    for (let again = 0; again < 40; again++) {
      const other = String.fromCharCode(32 + Math.floor(95 * random.uniform()));
      const text = right.slice(0, place) + other + right.slice(place + 1);
      assertEquals(read(text), expected(text), text);
      assertEquals(read(right), time);
    }
  }
});
