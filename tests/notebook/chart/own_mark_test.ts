import { assert, assertEquals } from "@std/assert";
import { figure, line, looks, type Mark } from "../../../lib/notebook/mod.ts";
import { picture } from "../../../lib/notebook/chart/svg.ts";

const own = (listed: boolean, shown = true, sampled = true): Mark => ({
  name: "own",
  listed,
  shown,
  cover: {},
  draw: ({ x, bottom }) =>
    [1, 2].map((at) => (
      { paint: 'stroke="#123456"', path: `M${Math.round(x(at))} ${bottom}v-9` }
    )),
  ...(sampled ? { sample: () => own(listed) } : {}),
  plotly: () => ({ shapes: [1, 2].map((at) => ({ yref: "y domain", xref: "x", x0: at, x1: at })) }),
});

const drawn = (mark: Mark) =>
  figure({
    x: { label: "Time" },
    y: { label: "Held" },
    marks: [line({ name: "held", x: [0, 3], y: [0, 1], look: looks.as }), mark],
    title: "Own",
    caption: "A line and a mark of one's own.",
  });

Deno.test("a listed mark of shapes alone is in the live legend by the first of them, with the rest in its group", () => {
  const { layout: { shapes, showlegend } } = drawn(own(true));
  assertEquals(showlegend, true);
  assertEquals(shapes.map((shape) => shape.showlegend), [true, false]);
  for (const { name, legendgroup } of shapes) assertEquals([name, legendgroup], ["own", "own"]);
  assertEquals(drawn(own(true, false)).layout.shapes[1].visible, "legendonly");
  assertEquals(drawn(own(false)).layout.shapes.some((shape) => "showlegend" in shape), false);
});

Deno.test("a listed mark without a sample has its name alone in the picture's legend", () => {
  const { content } = picture(drawn(own(true, true, false)).chart, 800, { size: 13, title: 16 });
  assertEquals(content.match(/#123456/g)?.length, 2);
  assert(content.includes(">own<"));
});
