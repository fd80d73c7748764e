import {
  arithmeticBrownian,
  compareSides,
  drawTape,
  fitIntensity,
  poissonFlow,
  type Sides,
  stepReaches,
  streams,
  tapeOf,
  timeGrid,
} from "@digital-market-maker/lab";
import { walkForward } from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const market = (scale: Sides, decay: Sides) => ({
  price: arithmeticBrownian({ initialPrice: 100, volatility: 0.2 }),
  flow: poissonFlow({ scale, decay, fills: "exact" }),
});
const draw = (scale: Sides, decay: Sides, steps: number, path: number) =>
  drawTape(market(scale, decay), timeGrid({ horizon: steps, steps }), streams("sides"), path);

Deno.test("compareSides() fits sell orders as the bid's and buy orders as the ask's", () => {
  const tape = draw({ bid: 0.5, ask: 1 }, { bid: 1, ask: 2 }, 500, 1);
  const { bid, ask, statistic, pValue } = compareSides(tape, { threshold: 0.1, exchanges: 0 });
  const law = { likelihood: "exact", threshold: 0.1 } as const;
  assertEquals(bid, fitIntensity(stepReaches(tape, "sell"), law));
  assertEquals(ask, fitIntensity(stepReaches(tape, "buy"), law));
  const both = fitIntensity(stepReaches(tape), law).logLikelihood;
  assertAlmostEquals(statistic, 2 * (bid.logLikelihood + ask.logLikelihood - both), 1e-9);
  assertAlmostEquals(pValue, Math.exp(-statistic / 2), 1e-15);
});

Deno.test("compareSides() finds equal sides different as often as its p-value says, and no oftener", () => {
  // Steps that come five times over are as dependent as steps can be.
  const again = (path: number, times: number) => {
    const { midPrice, buyReach, sellReach } = draw(0.8, 1.5, 120, path);
    const repeat = (column: Float64Array) =>
      [...column].flatMap((value) => new Array(times).fill(value));
    const [buys, sells] = [repeat(buyReach), repeat(sellReach)];
    const flat = new Array(buys.length + 1).fill(midPrice[0]);
    return tapeOf({ horizon: buys.length, midPrice: flat, buyReach: buys, sellReach: sells });
  };
  const runs = 200;
  const below = (times: number, which: "pValue" | "exchangedPValue") => {
    let count = 0;
    for (let path = 0; path < runs; path++) {
      const found = compareSides(again(path, times), {
        block: times,
        exchanges: which === "pValue" ? 0 : 39,
      });
      if (found[which]! <= 0.1) count++;
    }
    return count / runs;
  };
  const error = Math.sqrt(0.1 * 0.9 / runs);
  assert(Math.abs(below(1, "pValue") - 0.1) < 5 * error, "independent steps");
  assert(Math.abs(below(5, "exchangedPValue") - 0.1) < 5 * error, "blocks exchanged");
  // The likelihood alone is fooled.
  assert(below(5, "pValue") > 0.1 + 10 * error, "dependent steps");
});

Deno.test("compareSides() exchanges by coins of its own, the same whenever it is asked", () => {
  const tape = draw(0.8, 1.5, 300, 9);
  assertEquals(compareSides(tape), compareSides(tape));
  const other = compareSides(tape, { random: streams(5)("coins") });
  assert(Math.abs(other.exchangedPValue! - compareSides(tape).exchangedPValue!) < 0.2);
});

Deno.test("compareSides() refuses what it cannot do", () => {
  const tape = draw(0.8, 1.5, 50, 0);
  assertThrows(() => compareSides(tape, { block: 0 }), RangeError, "block must be");
  assertThrows(() => compareSides(tape, { exchanges: -1 }), RangeError, "exchanges must be");
  const silent = { ...tape, buyReach: new Float64Array(50).fill(-Infinity) };
  assertThrows(() => compareSides(silent), RangeError, "number of reaches beyond");
});

Deno.test("walkForward() believes each side's own numbers where the data ask for it", () => {
  const bootstrap = () => ({ block: 1, replications: 40, random: streams(1)("bootstrap") });
  const run = (decay: Sides, sides?: "pooled" | "own" | "tested") =>
    walkForward(draw(0.9, decay, 600, 4), { sides, bootstrap: bootstrap() }).windows[0];
  const unlike = { bid: 1, ask: 2 };
  const tested = run(unlike), own = run(unlike, "own"), pooled = run(unlike, "pooled");
  assertEquals([tested.scale, tested.decay], [own.scale, own.decay]);
  assertEquals(own.decay.bid, own.comparison!.bid.decay.value);
  assertEquals(own.scale.ask, own.comparison!.ask.scale.value);
  const both = pooled.intensity.decay.value;
  assertEquals([pooled.decay, pooled.comparison], [{ bid: both, ask: both }, null]);
  // The nearer side is the one that reaches less far: AS's two depths differ by the fill terms alone when flat.
  const { as } = own.sessions;
  assert(as.midPrice[0] - as.bid[0] > as.ask[0] - as.midPrice[0]);
  const like = run(1.5);
  assertEquals(like.decay.bid, like.decay.ask);
  assert(like.comparison!.pValue >= 0.01);
  assertEquals(like.sessions.glft.ask, run(1.5, "pooled").sessions.glft.ask);
});
