/**
 * The gallery's numbers that are computed from formulas, computed once more without the library: the
 * equations integrated by a rule in equal steps.
 */
import type { GueantLehalleOptions } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertGreater } from "@std/assert";
import { gallery } from "./gallery.ts";
import { lastDigit } from "./paper.ts";
import { rungeKutta } from "../runge_kutta.ts";
import { integratedGame } from "../strategy/integrated_game.ts";

/** The number that the gallery ascribes to a paper, and half a unit of its last digit. */
function theirs(name: string): (place: string, quantity: string) => readonly [number, number] {
  const numbers = gallery.find((paper) => paper.name === name)!.numbers();
  return (place, quantity) => {
    const { theirs } = numbers.find((n) => n.place === place && n.quantity === quantity)!;
    return [Number(theirs), 0.501 * lastDigit(theirs)];
  };
}

const signed = (q: number) => `${q}`.replace("-", "−");

Deno.test("GLFT 2013 by integration", () => {
  const of = theirs("GLFT 2013");
  const published = {
    ...{ riskAversion: 0.01, volatility: 0.3, scale: 0.9, decay: 0.3, maxInventory: 30 },
  };
  const whole = integratedGame(published, 600, 6000);
  for (const q of [0, 5, 29, -5, -30]) {
    assertAlmostEquals(whole.quote(q).bidDepth, ...of("theorem 1, τ 600", `bid at q ${signed(q)}`));
  }
  assertAlmostEquals(whole.quote(5).askDepth, ...of("theorem 1, τ 600", "ask at q 5"));
  assertAlmostEquals(whole.value(0), ...of("theorem 1, τ 600", "worth from flat"));
  // Ten times as far from the end it has settled.
  const far = integratedGame(published, 6000, 30_000);
  for (const q of [0, 5, 29]) {
    assertAlmostEquals(far.quote(q).bidDepth, ...of("theorem 2", `bid at q ${q}`));
  }
  const short = integratedGame(published, 60, 2000);
  assertAlmostEquals(short.quote(5).bidDepth, ...of("theorem 1, τ 60", "bid at q 5"));
  const trending = integratedGame({ ...published, drift: 0.01 }, 600, 6000);
  assertAlmostEquals(trending.quote(0).bidDepth, ...of("section 5, μ 0.01", "bid at q 0"));
  assertAlmostEquals(trending.quote(0).askDepth, ...of("section 5, μ 0.01", "ask at q 0"));
  const moving = integratedGame({ ...published, impact: 0.1 }, 600, 6000);
  for (const q of [0, 5]) {
    assertAlmostEquals(moving.quote(q).bidDepth, ...of("section 5, ξ 0.1", `bid at q ${q}`));
  }
  const penalised = integratedGame(
    { ...published, terminalPenalty: (q) => 0.05 * q * q },
    30,
    20_000,
  );
  for (const q of [0, 5]) {
    assertAlmostEquals(penalised.quote(q).bidDepth, ...of("b 0.05q², τ 30", `bid at q ${q}`));
  }
});

Deno.test("CJP 2015, CDJ 2017 and SS 2020 by integration", () => {
  const quadratic = (a: number) => (q: number) => a * q * q;
  const neutral = { riskAversion: 0, volatility: 0 };
  const asks = [-2, -1, 0, 1, 2, 3];
  const checked = (
    paper: string,
    place: string,
    options: GueantLehalleOptions,
    [timeLeft, steps]: readonly [number, number],
  ) => {
    const of = theirs(paper);
    const game = integratedGame(options, timeLeft, steps);
    for (const q of asks) {
      assertAlmostEquals(game.quote(q).askDepth, ...of(place, `ask at q ${signed(q)}`));
    }
  };
  for (const phi of [2e-6, 2e-4]) {
    checked("CJP 2015", `φ ${phi === 2e-6 ? "2e-6" : "2e-4"}`, {
      ...{ ...neutral, scale: 1, decay: 100, maxInventory: 3 },
      ...{ penalty: quadratic(phi), terminalPenalty: quadratic(1e-4) },
    }, [30, 2000]);
  }
  for (const [mistrust, timeLeft] of [[20, 10], [20, 1], [0, 10]]) {
    checked("CDJ 2017", `φ_α ${mistrust}, τ ${timeLeft}`, {
      ...{ ...neutral, scale: 2, decay: 15, maxInventory: 3 },
      penalty: quadratic(mistrust * 0.01 ** 2 / 2),
      terminalPenalty: quadratic(0.01),
    }, [timeLeft, 2000]);
  }
  const of = theirs("SS 2020");
  for (
    const [bound, places] of [[5, [0, 1, 2, 5, 10, 20, -1, -5]], [2, [0, 5]], [0, [0]]] as const
  ) {
    const place = bound === 0 ? "no drift" : `drift within ±${bound}`;
    const game = integratedGame(
      {
        ...{ ...neutral, scale: 140, decay: 1.5, maxInventory: 50 },
        penalty: (q) => bound * Math.abs(q),
      },
      1,
      4000,
    );
    assertAlmostEquals(game.value(0), ...of(place, "worth from flat"));
    for (const q of places) {
      assertAlmostEquals(game.quote(q).bidDepth, ...of(place, `bid at q ${signed(q)}`));
    }
  }
});

Deno.test("Guéant 2017, one asset and sides that differ, by integration", () => {
  const of = theirs("Guéant 2017");
  const indices = [
    ["figure 2", "IG", 5.83e-6, { scale: 9.10e-4, decay: 1.79e4, orderSize: 5e7 }],
    ["figure 11", "HY", 2.15e-5, { scale: 1.06e-3, decay: 5.47e3, orderSize: 1e7 }],
  ] as const;
  for (const [place, name, volatility, asset] of indices) {
    const options = { ...asset, riskAversion: 6e-5, volatility, maxInventory: 4 * asset.orderSize };
    const game = integratedGame(options, 7200, 20_000);
    for (let q = -4; q < 4; q++) {
      const quantity = `bid of ${name} at q/Δ ${signed(q)}`;
      assertAlmostEquals(game.quote(q).bidDepth, ...of(place, quantity));
    }
  }
  const paper = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 20 };
  for (
    const [place, change] of [
      ["section 3, k_ask 2", { decay: { bid: 1.5, ask: 2 } }],
      ["section 3, A_ask 70", { scale: { bid: 140, ask: 70 } }],
    ] as const
  ) {
    const game = integratedGame({ ...paper, ...change }, 1, 4000);
    assertAlmostEquals(game.value(0), ...of(place, "worth from flat"));
    assertAlmostEquals(game.quote(0).bidDepth, ...of(place, "bid, flat"));
    assertAlmostEquals(game.quote(0).askDepth, ...of(place, "ask, flat"));
  }
});

/** A seller who never buys, integrated in equal steps from the equation of the value. */
function sellersDepths(
  { gamma = 0.05, sigma = 0.3, scale = 0.1, k = 0.3, endCost = 3, drift = 0, timeLeft = 300 },
): readonly number[] {
  const fillTerm = Math.log(1 + gamma / k) / gamma;
  const weight = scale / k * (1 + gamma / k) ** -(1 + k / gamma);
  const slope = (theta: readonly number[]) =>
    theta.map((value, q) =>
      drift * q - gamma * sigma * sigma * q * q / 2 +
      (q > 0 ? weight * Math.exp(k * (theta[q - 1] - value)) : 0)
    );
  const end = [0, 1, 2, 3, 4, 5, 6].map((q) => -q * endCost);
  const theta = rungeKutta(slope, end, timeLeft, 20_000);
  return [1, 2, 3, 4, 5, 6].map((q) => fillTerm + theta[q] - theta[q - 1]);
}

Deno.test("GLFT 2012 by integration", () => {
  const of = theirs("GLFT 2012");
  const cases = [
    ["τ 300", {}, 6],
    ["τ 60", { timeLeft: 60 }, 6],
    ["k 0.2", { k: 0.2 }, 3],
    ["A 0.15", { scale: 0.15 }, 3],
    ["γ 0.001", { gamma: 0.001 }, 3],
    ["σ 0.6", { sigma: 0.6 }, 3],
    ["b 20", { endCost: 20 }, 3],
    ["μ 0.01", { drift: 0.01 }, 3],
  ] as const;
  for (const [place, change, most] of cases) {
    const depths = sellersDepths(change);
    for (let q = 1; q <= most; q++) {
      assertAlmostEquals(depths[q - 1], ...of(place, `ask at q ${q}`));
    }
  }
  // A volatility off by a tenth of a percent would be seen.
  const [off] = sellersDepths({ sigma: 0.3003 });
  assertGreater(Math.abs(off - of("τ 300", "ask at q 1")[0]), 1e-4);
});
