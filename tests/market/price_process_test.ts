import {
  arithmeticBrownian,
  drawPrices,
  geometricBrownian,
  ornsteinUhlenbeck,
  type PriceProcess,
  type PriceStep,
  stepMoments,
  type SteppedPrice,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { changeMoments } from "../../lib/market/price_process.ts";
import { testPriceProcessLaws } from "./price_process_laws.ts";

const library: readonly SteppedPrice[] = [
  arithmeticBrownian({ initialPrice: 100, volatility: 2, drift: 0.5 }),
  geometricBrownian({ initialPrice: 100, volatility: 0.2, drift: 0.1 }),
  ornsteinUhlenbeck({ initialPrice: 100, meanLevel: 90, pull: 3, volatility: 2 }),
];
const grid = timeGrid({ horizon: 2, steps: 40 });
const draw = (process: PriceProcess) => {
  const prices = new Float64Array(41);
  drawPrices(process, grid, streams(3)("price"), prices);
  return prices;
};

Deno.test("every library process is data: what its step says is all there is to it", () => {
  for (const process of library) {
    const step = structuredClone(process.step(grid.dt));
    const { initialPrice } = process;
    const again: PriceProcess = { name: "again", parameters: {}, initialPrice, step: () => step };
    assertEquals(draw(again), draw(process), process.name);
    assertEquals(stepMoments(again, grid.dt), stepMoments(process, grid.dt));
  }
});

const stepped = (step: SteppedPrice["step"]): SteppedPrice => ({
  name: "mine",
  parameters: {},
  initialPrice: 100,
  step,
});
/** A price whose logarithm is pulled to its start (Schwartz 1997, model 1). */
const schwartz = stepped((dt) => ({
  of: "logPrice",
  kept: Math.exp(-dt),
  shift: (1 - Math.exp(-dt)) * Math.log(100),
  deviation: 0.3 * Math.sqrt((1 - Math.exp(-2 * dt)) / 2),
}));

testPriceProcessLaws({
  name: "a step of the logarithm that is pulled back",
  process: schwartz,
  dt: 0.5,
  wrong: {
    "σ off by 3 %": {
      process: stepped((dt) => ({
        ...schwartz.step(dt),
        deviation: 1.03 * schwartz.step(dt).deviation,
      })),
    },
    "Euler's step": {
      process: stepped((dt) => ({
        of: "logPrice",
        kept: 1 - dt,
        shift: dt * Math.log(100),
        deviation: 0.3 * Math.sqrt(dt),
      })),
      breaksSteps: true,
    },
  },
});

Deno.test("a step of the logarithm that keeps less than all is pulled back, and has no moments of the form", () => {
  assert(draw(schwartz).every((price) => price > 0));
  assertEquals(draw(schwartz)[0], 100);
  const normals = new Float64Array(1);
  streams(3)("price").normals(normals);
  const { kept, shift, deviation } = schwartz.step(grid.dt);
  assertAlmostEquals(
    Math.log(draw(schwartz)[1]),
    kept * Math.log(100) + shift + deviation * normals[0],
    1e-14,
  );
  assertEquals(changeMoments(schwartz, 1), undefined);
  assertThrows(
    () => stepMoments(schwartz, 1),
    TypeError,
    "Cannot take stepMoments as mine has none",
  );
});

Deno.test("a draw of its own is what counts, whatever name and step it keeps", () => {
  for (const process of library) {
    const own: PriceProcess = {
      ...process,
      draw: (_grid, _random, out) => void out.fill(7),
    };
    assertEquals([...new Set(draw(own))], [7]);
    assertThrows(() => stepMoments(own, 1), TypeError, `as ${process.name} has none`);
  }
});

testPriceProcessLaws({
  name: "a draw of its own that says its moments",
  process: {
    name: "own",
    parameters: {},
    initialPrice: 100,
    draw({ dt }, random, out) {
      random.normals(out, 1);
      out[0] = 100;
      for (let n = 1; n < out.length; n++) out[n] = out[n - 1] + Math.sqrt(dt) * out[n];
    },
    stepMoments: (dt) => ({ mean: [0, 1], square: [dt, 0, 1] }),
  },
  dt: 1,
  wrong: {},
});

Deno.test("drawPrices() refuses a process without step and draw, and steps that are none", () => {
  const neither = { name: "empty", parameters: {}, initialPrice: 1 } as unknown as PriceProcess;
  assertThrows(() => draw(neither), TypeError, "Cannot draw empty as a price process must have");
  const good: PriceStep = { of: "price", kept: 1, shift: 0, deviation: 1 };
  const refuse = (change: Partial<PriceStep>, message: string, initialPrice = 100) =>
    assertThrows(
      () => draw({ ...stepped(() => ({ ...good, ...change })), initialPrice }),
      Error,
      `Cannot step mine as ${message}`,
    );
  refuse({ deviation: -1 }, "deviation must be >= 0");
  refuse({ kept: NaN }, "kept must be a finite number");
  refuse({ shift: Infinity }, "shift must be a finite number");
  refuse({ of: "root" as "price" }, "of must be one of");
  refuse({ of: "logPrice" }, "initialPrice must be > 0", -1);
});
