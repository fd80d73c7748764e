import { assert, assertEquals, assertThrows } from "@std/assert";
import { clipped } from "../../../lib/notebook/picture/clip.ts";
import {
  placed,
  readPath,
  simplified,
  writePath,
} from "../../../lib/notebook/picture/path_data.ts";

const short = (data: string) => writePath(readPath(data));

Deno.test("writePath() says the same in fewer letters", () => {
  assertEquals(short("M0,0L10,0L10,5L13,7Z"), "M0 0h10v5l3 2z");
  assertEquals(short("M1,1l2,-3,4,5"), "M1 1l2-3 4 5");
  assertEquals(short("M0,0H5V5M9,9L10,10"), "M0 0h5v5M9 9l1 1");
  assertEquals(short("M3,0A3,3 0 1,1 0,-3"), "M3 0a3 3 0 1 1-3-3");
  assertEquals(short("M0,0C1,1 2,1 3,0"), "M0 0c1 1 2 1 3 0");
  assertThrows(() => readPath("M0,0T5,5"), TypeError, "T is unknown");
});

Deno.test("readPath() undoes writePath(), up to rounding", () => {
  const strokes = readPath("M0,0L10.4,0L10,5L13,7ZM4,4H8");
  const again = readPath(writePath(strokes));
  assertEquals(again.map(({ kind }) => kind), strokes.map(({ kind }) => kind));
  for (const [i, { x, y }] of again.entries()) {
    assert(Math.abs(x - strokes[i].x) <= 0.5 && Math.abs(y - strokes[i].y) <= 0.5);
  }
});

Deno.test("placed() shifts, then scales, radii and handles too", () => {
  const shift = { shiftX: 1, shiftY: 2, scale: 2 };
  assertEquals(writePath(placed(readPath("M0,0A3,3 0 1,1 6,0"), shift)), "M2 4a6 6 0 1 1 12 0");
  assertEquals(writePath(placed(readPath("M0,0C1,1 2,1 3,0"), shift)), "M2 4c2 2 4 2 6 0");
});

Deno.test("simplified() leaves out what no eye sees, and nothing more", () => {
  const line = readPath("M0,0L1,0.05L2,-0.05L3,0L4,2L5,0");
  assertEquals(writePath(simplified(line, 0.1)), "M0 0h3l1 2 1-2");
  assertEquals(simplified(line, 0).length, 6);
});

Deno.test("clipped() cuts lines where they leave the window", () => {
  const window = { left: 0, top: 0, right: 10, bottom: 10 };
  const cut = (data: string, filled = false) => writePath(clipped(readPath(data), window, filled));
  assertEquals(cut("M0,5L10,5"), "M0 5h10");
  assertEquals(cut("M-10,5L20,5"), "M0 5h10");
  assertEquals(cut("M5,5L5,20L8,20L8,5"), "M5 5v5M8 10v-5");
  assertEquals(cut("M-5,-5L-1,20"), "");
  assertEquals(cut("M-5,2H5V20H-5Z", true), "M0 10v-8h5v8z");
  // Markers stay whole or go whole.
  assertEquals(cut("M9,5A3,3 0 1,1 6,2"), "M9 5a3 3 0 1 1-3-3");
  assertEquals(cut("M19,5A3,3 0 1,1 16,2"), "");
});
