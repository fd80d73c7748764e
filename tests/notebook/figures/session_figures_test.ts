import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { execution, naive, type Session, type Strategy, tapeOf, trade } from "../../../mod.ts";
import {
  dashboardFigure,
  inventoryFigure,
  looks,
  quotesFigure,
  wealthFigure,
} from "../../../lib/notebook/mod.ts";
import { twoSessions } from "./every_figure.ts";
import type { ScatterTrace } from "./traces.ts";

const sessions = twoSessions();
const [, as] = sessions;
const scatter = (chart: { readonly data: readonly unknown[] }) =>
  chart.data as readonly ScatterTrace[];
const named = (chart: { readonly data: readonly unknown[] }, name: string) =>
  scatter(chart).find((trace) => trace.name === name)!;

/** One step: somebody buys at our ask, one half above the mid. */
const oneSale = trade(
  tapeOf({ horizon: 2, midPrice: [100, 101, 99], buyReach: [1, -1], sellReach: [-1, -1] }),
  { strategy: naive({ halfSpread: 0.5 }), execution: execution() },
);

Deno.test("quotesFigure() draws quotes as steps, fills at their price", () => {
  const chart = quotesFigure(oneSale);
  assertEquals(named(chart, "ask").y, [100.5, 101.5]);
  assertEquals(named(chart, "bid").y, [99.5, 100.5]);
  assertEquals(named(chart, "mid").y, [100, 101, 99]);
  assertEquals(named(chart, "ask").line?.shape, "hv");
  assertEquals([named(chart, "sells").x, named(chart, "sells").y], [[0], [100.5]]);
  assertEquals(named(chart, "buys"), undefined);
});

Deno.test("quotesFigure() shows distances from the mid where asked", () => {
  const chart = quotesFigure(oneSale, { relative: true });
  assertEquals(named(chart, "ask").y, [0.5, 0.5]);
  assertEquals(named(chart, "mid").y, [0, 0, 0]);
  assertEquals(chart.layout.yaxis.title?.text, "Distance from the mid-price ($)");
});

Deno.test("quotesFigure() keeps to the stretch asked for", () => {
  const chart = quotesFigure(as, { from: 100, to: 120 });
  assertEquals(chart.layout.xaxis.range, [100, 120]);
  for (const { x, x0, dx, y } of scatter(chart)) {
    const [first, last] = x === undefined
      ? [x0!, x0! + dx! * (y.length - 1)]
      : [x[0] as number, x.at(-1) as number];
    assert(first >= 100 && last <= 120);
  }
  assertThrows(() => quotesFigure(as, { from: 5, to: 5 }), TypeError, "a part of the session");
  assertThrows(() => quotesFigure(as, { to: 501 }), TypeError, "a part of the session");
});

Deno.test("quotesFigure() leaves gaps where a side does not quote", () => {
  const oneSided: Strategy = {
    ...naive({ halfSpread: 1 }),
    quote: ({ inventory }) => ({ bidDepth: 1, askDepth: inventory > 0 ? 1 : Infinity }),
  };
  const session = trade(
    tapeOf({ horizon: 1, midPrice: [100, 100], buyReach: [2], sellReach: [-1] }),
    { strategy: oneSided, execution: execution() },
  );
  assertEquals(named(quotesFigure(session), "ask").y, [null]);
});

Deno.test("inventoryFigure() gives each strategy its colour and dash, and draws the limit", () => {
  const chart = inventoryFigure(sessions, { limit: 5 });
  const [naiveLine, asLine] = scatter(chart);
  assertEquals([naiveLine.line?.color, asLine.line?.color], [looks.naive.color, looks.as.color]);
  assert(naiveLine.line?.dash !== asLine.line?.dash);
  assertEquals(chart.layout.shapes?.map(({ y0 }) => y0), [5, -5]);
  assertEquals(chart.layout.yaxis.title?.text, "Inventory q (units)");
  assertEquals(asLine.y, Array.from(as.inventory));
});

Deno.test("inventoryFigure() draws no limit where there is none", () => {
  assertEquals(inventoryFigure(sessions, { limit: Infinity }).layout.shapes, []);
});

Deno.test("wealthFigure() ends where the session ends, and says so", () => {
  const chart = wealthFigure([oneSale]);
  assertAlmostEquals(scatter(chart)[0].y.at(-1) as number, 1.5);
  assertStringIncludes(chart.caption, "Naive ends at 1.5 $");
});

Deno.test("dashboardFigure() stacks price, inventory and wealth over one time axis", () => {
  const chart = dashboardFigure(sessions, { limit: 5 });
  const of = (axis: string) => scatter(chart).filter(({ yaxis }) => yaxis === axis);
  assertEquals(of("y").slice(0, 5).map(({ name }) => name), ["ask", "mid", "bid", "buys", "sells"]);
  const strategies = ["Naive", "Avellaneda–Stoikov"];
  assertEquals(of("y2").map(({ name }) => name), strategies);
  assertEquals(of("y3").map(({ name }) => name), strategies);
  assertEquals(of("y3").map(({ showlegend }) => showlegend), [false, false]);
  const { yaxis, yaxis2, yaxis3, xaxis } = chart.layout;
  assertEquals([yaxis, yaxis2, yaxis3].map(({ title }) => title?.text), [
    "Price ($)",
    "Inventory q (units)",
    "Wealth ($)",
  ]);
  assertEquals(xaxis.anchor, "y3");
  assert(yaxis3.domain![1] < yaxis2.domain![0] && yaxis2.domain![1] < yaxis.domain![0]);
  assertEquals(chart.layout.shapes?.map(({ yref }) => yref), ["y2", "y2"]);
});

Deno.test("dashboardFigure() keeps quotes back where they would be one line with the mid", () => {
  const visible = (chart: { readonly data: readonly unknown[] }) => named(chart, "bid").visible;
  assertEquals(visible(dashboardFigure(sessions)), "legendonly");
  assertEquals(visible(dashboardFigure([oneSale])), undefined);
});

Deno.test("session figures refuse a session that is not in a list, and too many", () => {
  assertThrows(() => wealthFigure([]), TypeError, "a list of sessions, at least one");
  const bare = as as unknown as Session[];
  assertThrows(() => inventoryFigure(bare), TypeError, "a list of sessions, at least one");
  assertThrows(() => dashboardFigure([as, as, as]), RangeError, "one or two");
});
