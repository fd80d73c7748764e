import {
  arithmeticBrownian,
  geometricBrownian,
  type MemorylessFlow,
  ornsteinUhlenbeck,
  poissonFlow,
  type PriceProcess,
} from "@digital-market-maker/lab";
import fc from "fast-check";

/** Numbers of a range. */
export const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Flows of every fill rule, calm and wild, of both sides and of one. */
export const flows: fc.Arbitrary<MemorylessFlow> = fc.record({
  scale: fc.oneof(number(0, 2), fc.constant(50)),
  decay: number(0.3, 3),
  fills: fc.constantFrom("first-order" as const, "exact" as const),
  flowBias: fc.constantFrom(0, 0, 0.1, -1),
}).map(poissonFlow);

/** Prices of every kind of step, and some that draw their own way. */
export const prices: fc.Arbitrary<PriceProcess> = fc.record({
  kind: fc.constantFrom("arithmetic", "geometric", "pulled", "own"),
  initialPrice: number(1, 150),
  volatility: number(0, 2),
  drift: number(-0.2, 0.2),
}).map(({ kind, volatility, ...rest }): PriceProcess => {
  if (kind === "geometric") return geometricBrownian({ ...rest, volatility: volatility / 20 });
  const arithmetic = arithmeticBrownian({ ...rest, volatility });
  if (kind === "arithmetic") return arithmetic;
  if (kind === "pulled") {
    return ornsteinUhlenbeck({
      initialPrice: rest.initialPrice,
      volatility,
      meanLevel: 80,
      pull: 0.1,
    });
  }
  const { step: _, ...origin } = arithmetic;
  return { ...origin, draw: (_, random, out) => random.normals(out) };
});
