import {
  arithmeticBrownian,
  drawTape,
  fitIntensity,
  hawkesFlow,
  informedFlow,
  type OrderFlow,
  poissonFlow,
  stepReaches,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertEquals, assertThrows } from "@std/assert";

const price = arithmeticBrownian({ initialPrice: 100, volatility: 1 });
const grid = timeGrid({ horizon: 4000, steps: 4000 });
const draw = (flow: OrderFlow, seed: number) => drawTape({ price, flow }, grid, streams(seed));

const rules = ["first-order", "exact"] as const;
const sides = { scale: { bid: 0.5, ask: 0.8 }, decay: { bid: 2, ask: 1.2 } };
const flows = {
  poissonFlow: (own: typeof sides, fills: typeof rules[number]) => poissonFlow({ ...own, fills }),
  informedFlow: (own: typeof sides, fills: typeof rules[number]) =>
    informedFlow({ ...own, fills, informed: 0.4, foresight: 3 }),
  hawkesFlow: (own: typeof sides, fills: typeof rules[number]) =>
    hawkesFlow({ ...own, fills, selfExcitation: 0.2, crossExcitation: 0.1, memory: 4 }),
};

for (const [name, flow] of Object.entries(flows)) {
  Deno.test(`${name}() on sides that are alike is that on one number, bit by bit`, () => {
    for (const fills of rules) {
      const one = flow({ scale: 0.7, decay: 1.5 } as unknown as typeof sides, fills);
      const two = flow({ scale: { bid: 0.7, ask: 0.7 }, decay: { bid: 1.5, ask: 1.5 } }, fills);
      assertEquals(draw(two, 3), draw(one, 3));
    }
  });

  Deno.test(`${name}() lets sell orders hit the bid with its numbers, buy orders the ask`, () => {
    const { bid, ask } = { bid: { A: 0, k: 0 }, ask: { A: 0, k: 0 } };
    const seeds = [1, 2, 3];
    const errors = { bid: { A: 0, k: 0 }, ask: { A: 0, k: 0 } };
    for (const seed of seeds) {
      const tape = draw(flow(sides, "exact"), seed);
      for (const [side, own] of [["sell", "bid"], ["buy", "ask"]] as const) {
        const { scale, decay } = fitIntensity(stepReaches(tape, side));
        const target = own === "bid" ? bid : ask;
        target.A += scale.value / seeds.length;
        target.k += decay.value / seeds.length;
        errors[own].A = scale.standardError / Math.sqrt(seeds.length);
        errors[own].k = decay.standardError / Math.sqrt(seeds.length);
      }
    }
    // Bursts and knowledge bend the law of a step's reach a little: those flows get a tenth beside the error.
    const slack = name === "poissonFlow" ? 0 : 0.1;
    for (const [own, found] of [["bid", bid], ["ask", ask]] as const) {
      const reach = (key: "A" | "k", value: number) => 5 * errors[own][key] + slack * value;
      assert(
        Math.abs(found.A - sides.scale[own]) < reach("A", sides.scale[own]),
        `${own} A ${found.A}`,
      );
      assert(
        Math.abs(found.k - sides.decay[own]) < reach("k", sides.decay[own]),
        `${own} k ${found.k}`,
      );
    }
  });
}

Deno.test("poissonFlow() tells each side's fill probability, and a reach falls within it as often", () => {
  for (const fills of rules) {
    const flow = poissonFlow({ ...sides, fills });
    for (const side of ["bid", "ask"] as const) {
      for (const depth of [0.1, 0.5, 1.5]) {
        const expected = sides.scale[side] * 0.5 * Math.exp(-sides.decay[side] * depth);
        const p = fills === "exact" ? -Math.expm1(-expected) : Math.min(1, expected);
        assert(Math.abs(flow.fillProbability(side, depth, 0.5) - p) < 1e-15);
        // The word at which the reach is the depth stands at the probability.
        const words = Array.from(
          { length: 2000 },
          (_, i) => Math.round((i + 0.5) / 2000 * 2 ** 32) | 0,
        );
        const within = words.filter((word) => flow.reachOf(side, word, 0.5) > depth).length / 2000;
        assert(Math.abs(within - p) <= 1 / 2000, `${fills} ${side} ${depth}: ${within} and ${p}`);
      }
    }
  }
});

Deno.test("flows refuse sides that are none, and say which", () => {
  const good = { scale: 1, decay: 1 };
  const cases = [
    [{ scale: { bid: -1, ask: 1 } }, "scale.bid must be >= 0"],
    [{ decay: { bid: 1, ask: 0 } }, "decay.ask must be > 0"],
    [{ decay: { bid: 1 } }, "decay must be a number > 0 or { bid, ask }"],
    [{ scale: null }, "scale must be a number >= 0 or { bid, ask }"],
  ] as const;
  for (const [wrong, words] of cases) {
    // deno-lint-ignore no-explicit-any
    assertThrows(() => poissonFlow({ ...good, ...wrong } as any), Error, words);
  }
  const unlike = { scale: { bid: 0.1, ask: 1 }, decay: 1, memory: 1, selfExcitation: 0.2 };
  assertThrows(
    () => hawkesFlow({ ...unlike, crossExcitation: 0.7 }),
    RangeError,
    "scale that comes by itself must be >= 0 on both sides",
  );
});
