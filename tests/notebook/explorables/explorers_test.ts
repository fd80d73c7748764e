import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fillExplorable } from "../../../lib/notebook/explorables/fill_explorer.ts";
import { fillExplorerModel } from "../../../lib/notebook/explorables/fill_explorer_model.ts";
import { inventoryExplorable } from "../../../lib/notebook/explorables/inventory_explorer.ts";
import { inventoryExplorerModel } from "../../../lib/notebook/explorables/inventory_explorer_model.ts";
import { leanExplorable } from "../../../lib/notebook/explorables/lean_explorer.ts";
import { leanExplorerModel } from "../../../lib/notebook/explorables/lean_explorer_model.ts";
import { pairExplorable } from "../../../lib/notebook/explorables/pair_explorer.ts";
import { pairExplorerModel } from "../../../lib/notebook/explorables/pair_explorer_model.ts";
import { priceExplorable } from "../../../lib/notebook/explorables/price_explorer.ts";
import { priceExplorerModel } from "../../../lib/notebook/explorables/price_explorer_model.ts";
import { dayGameExplorable } from "../../../lib/notebook/explorables/day_game.ts";
import { sessionPlayerExplorable } from "../../../lib/notebook/explorables/session_player.ts";
import type { Explorable, Settings } from "../../../lib/notebook/explorables/explorable.ts";
import { picturesOf } from "../../../lib/notebook/explorables/scene_charts.ts";

Deno.test("priceExplorerModel() draws both processes from the same normal numbers", () => {
  const values = { volatility: 0.3, drift: 0.1, steps: 52, paths: 2, seed: 5 };
  const { processes: { arithmetic, geometric } } = priceExplorerModel(values);
  for (const path of [0, 1]) {
    for (let n = 0; n < 52; n++) {
      const z = ([a, b]: number[]) => (b - a - 10 / 52) / (30 / Math.sqrt(52));
      const w = ([a, b]: number[]) =>
        (Math.log(b / a) - (0.1 - 0.045) / 52) / (0.3 / Math.sqrt(52));
      const step = (prices: Float64Array) => [prices[n], prices[n + 1]];
      assertAlmostEquals(z(step(arithmetic.paths[path])), w(step(geometric.paths[path])), 1e-9);
    }
  }
});

Deno.test("priceExplorerModel() has the exact laws: means, deviations, what is below zero", () => {
  const still = priceExplorerModel({ volatility: 0, drift: 0.5, steps: 4, paths: 1, seed: 1 });
  assertAlmostEquals(still.processes.arithmetic.paths[0][4], 150, 1e-12);
  assertAlmostEquals(still.processes.geometric.paths[0][4], 100 * Math.exp(0.5), 1e-9);
  assertEquals(still.processes.arithmetic.belowZero, 0);
  const { processes: { arithmetic, geometric } } = priceExplorerModel({
    ...{ volatility: 1, drift: 0, steps: 12, paths: 1, seed: 1 },
  });
  // Φ(−1), from tables.
  assertAlmostEquals(arithmetic.belowZero, 0.158655253931457, 1e-12);
  assertEquals([arithmetic.mean, arithmetic.sd], [100, 100]);
  assertAlmostEquals(geometric.sd, 100 * Math.sqrt(Math.E - 1), 1e-9);
  assert(geometric.lower.every((price) => price > 0));
});

Deno.test("fillExplorerModel() has both rules' curves, and rain whose share is the probability", () => {
  const values = {
    ...{ scale: 140, decay: 1.5, steps: 200, depth: 0.75, seed: 1 },
    fills: "first-order" as const,
  };
  const { curves, depths, best, probability } = fillExplorerModel(values);
  const intensity = (depth: number) => 140 * Math.exp(-1.5 * depth) / 200;
  depths.forEach((depth, i) => {
    assertAlmostEquals(curves["first-order"][i], intensity(depth), 1e-12);
    assertAlmostEquals(curves.exact[i], 1 - Math.exp(-intensity(depth)), 1e-12);
  });
  assertAlmostEquals(best.depth, 1 / 1.5, 1e-5);
  assertAlmostEquals(best.probability, intensity(best.depth), 1e-12);
  let hits = 0;
  for (let seed = 0; seed < 100; seed++) {
    hits += fillExplorerModel({ ...values, seed }).reaches.filter((reach) => reach > 0.75).length;
  }
  const [n, p] = [6000, probability];
  assert(Math.abs(hits - n * p) < 5 * Math.sqrt(n * p * (1 - p)));
});

Deno.test("fillExplorerModel() finds the best depth of either rule: 1/k, the cap's edge, or kδ = (eˣ − 1)/x", () => {
  for (const decay of [0.3, 1.5, 5]) {
    for (const scale of [10, 140, 300]) {
      for (const steps of [20, 200, 1000]) {
        const shared = { decay, scale, steps, depth: 1, seed: 1 };
        const first = fillExplorerModel({ ...shared, fills: "first-order" }).best.depth;
        assertAlmostEquals(first, Math.max(1, Math.log(scale / steps)) / decay, 1e-5);
        const exact = fillExplorerModel({ ...shared, fills: "exact" }).best.depth;
        const expected = scale / steps * Math.exp(-decay * exact);
        assertAlmostEquals(decay * exact, Math.expm1(expected) / expected, 1e-4);
      }
    }
  }
});

Deno.test("inventoryExplorerModel() has readme's Naive without rebates: inventory makes the risk", () => {
  const values = { halfSpread: 0.65, scale: 0.9, volatility: 1.5, steps: 500, seed: 1 };
  const { inventorySd, wealthMean, wealthSd, fills, inventoryShare, days } = inventoryExplorerModel(
    values,
  );
  const p = 0.9 * Math.exp(-1.5 * 0.65);
  assertAlmostEquals(fills, 1000 * p, 1e-9);
  assertAlmostEquals(wealthMean[500], 1000 * p * 0.65, 1e-6);
  assertAlmostEquals(inventorySd[500], Math.sqrt(1000 * p * (1 - p)), 1e-6);
  const spread = 1000 * p * (1 - p) * 0.65 ** 2;
  assertAlmostEquals(inventoryShare, 1 - spread / wealthSd[500] ** 2, 1e-6);
  assertEquals(days.length, 6);
  const still = inventoryExplorerModel({ ...values, volatility: 0 });
  assertAlmostEquals(still.inventoryShare, 0, 1e-9);
});

Deno.test("leanExplorerModel(): the clock is a line, the saturating lean follows the optimum", () => {
  const paper = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, timeLeft: 0.5 };
  const { leans, now, bids } = leanExplorerModel({ ...paper, endPenalty: 0 });
  leans.clock.forEach((lean, i) => assertAlmostEquals(lean, 0.4 * i / 100, 1e-9));
  leans.saturating.forEach((lean, i) => assertAlmostEquals(lean, leans.exact[i], 0.0015));
  assertAlmostEquals(now.saturating, 0.051672, 1e-6);
  assertAlmostEquals(bids.saturating[8], bids.exact[8], 0.001);
  const charged = leanExplorerModel({ ...paper, endPenalty: 0.5 });
  assertAlmostEquals(charged.leans.saturating[0], 1, 1e-9);
  assertAlmostEquals(charged.leans.exact[0], 1, 1e-9);
});

Deno.test("pairExplorerModel(): quotes lean against the other asset by the sign of the correlation", () => {
  const at = (correlation: number, held = 3) =>
    pairExplorerModel({ correlation, riskAversion: 0.1, held, other: 0 });
  const centre = ({ quotes: [, { bid, ask }] }: ReturnType<typeof at>) => (bid + ask) / 2;
  assertAlmostEquals(centre(at(0)), 0, 1e-6);
  assert(centre(at(0.6)) < 0 && centre(at(-0.6)) > 0);
  assertAlmostEquals(centre(at(0.6)), -centre(at(-0.6)), 1e-6);
  const { worth, apart, inventories, exact, quotes } = at(0.9);
  assert(worth > apart);
  assertEquals(exact[inventories.indexOf(3)], quotes[1]);
});

Deno.test("every explorer can be drawn at both ends of every slider", () => {
  const drawn = <V extends Settings<V>, M>(
    { defaults, controls, model, view }: Explorable<V, M>,
  ) => {
    for (const key of Object.keys(controls) as (keyof V & string)[]) {
      const control = controls[key];
      const ends = control.kind === "slider"
        ? [control.stops[0], control.stops[control.stops.length - 1]]
        : control.kind === "choice"
        ? Object.keys(control.options)
        : [control.kind === "seed" ? 0 : defaults[key]];
      for (const end of ends) {
        const scene = view(model({ ...defaults, [key]: end }), 680);
        assert(!/NaN|undefined/.test(scene.summary), `${key} ${end}: ${scene.summary}`);
        assert(!/NaN|undefined/.test(JSON.stringify(scene.table.rows)), `${key} ${end}`);
        picturesOf(scene.charts, 680);
      }
    }
  };
  drawn(sessionPlayerExplorable);
  drawn(dayGameExplorable);
  drawn(priceExplorable);
  drawn(fillExplorable);
  drawn(inventoryExplorable);
  drawn(leanExplorable);
  drawn(pairExplorable);
});
