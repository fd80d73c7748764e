import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import { UNIT } from "../../lib/notebook/chart/scale.ts";
import { scaleOf } from "../../lib/notebook/chart/scale.ts";
import { textWidth } from "../../lib/notebook/chart/text_width.ts";
import type { Ground } from "../../lib/notebook/chart/mark.ts";
import { referenceRules } from "../../lib/notebook/references.ts";

/** A panel as long as a phone's. */
const LENGTH = 250;
const ground: Ground = {
  x: scaleOf({ kind: "linear", range: [0, 1] }, [0, UNIT * LENGTH]),
  y: scaleOf({ kind: "linear", range: [0, 1] }, [UNIT * 200, 0]),
  left: 0,
  right: UNIT * LENGTH,
  top: 0,
  bottom: UNIT * 200,
};

/** Where the names stand, in pixels, with the row of each. */
function names(list: readonly { readonly value: number; readonly label: string }[]) {
  return referenceRules(list, [0, 1]).flatMap((mark) =>
    mark.draw(ground).flatMap((one) => {
      if (!("words" in one)) return [];
      const [at, width] = [one.x / UNIT, textWidth(one.words, 12)];
      const left = one.anchor === "end" ? at - width : at;
      return [{ words: one.words, left, right: left + width, row: Math.round(one.y) }];
    })
  );
}

Deno.test("referenceRules() keeps every name on a phone's page, wherever its line stands", () => {
  for (let value = 0; value <= 1; value += 0.05) {
    for (const label of ["best", "no profit", "README: Naive", "the README's Naive"]) {
      for (const { words, left, right } of names([{ value, label }])) {
        assertGreaterOrEqual(left, 0, `${words} at ${value}`);
        assertGreaterOrEqual(LENGTH, right, `${words} at ${value}`);
      }
    }
  }
});

Deno.test("referenceRules() stands two names in different rows, within the page", () => {
  const labels = ["the README's Naive", "no profit"];
  for (let first = 0; first < 1; first += 0.07) {
    for (let second = first; second <= 1; second += 0.07) {
      const found = names([{ value: first, label: labels[0] }, {
        value: second,
        label: labels[1],
      }]);
      assertEquals(new Set(found.map(({ row }) => row)).size, found.length);
      for (const { left, right } of found) {
        assertGreaterOrEqual(left, 0, `${first}, ${second}`);
        assertGreaterOrEqual(LENGTH, right, `${first}, ${second}`);
      }
    }
  }
});

Deno.test("referenceRules() breaks a name only where no side has room, and Plotly breaks it alike", () => {
  const rule = (value: number) => referenceRules([{ value, label: "README: Naive" }], [0, 1])[0];
  const said = (value: number) => rule(value).plotly().annotations?.[0].text;
  assertEquals([0, 0.5, 1].map(said), Array(3).fill("README: Naive"));
  const [near] = referenceRules([{ value: 0.35, label: "README: Naive" }, { value: 0.5 }], [0, 1]);
  assertEquals(near.plotly().annotations?.[0].text, "README:<br>Naive");
  assertEquals(near.name, "README: Naive");
});
