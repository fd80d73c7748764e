import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { chainFlow, type ChainFlowOptions } from "../../lib/numeric/chain_flow.ts";
import { dormandPrince } from "../../lib/numeric/dormand_prince.ts";
import { principalEigenvector } from "../../lib/numeric/principal_eigenvector.ts";
import { tridiagonalFlow } from "../../lib/numeric/tridiagonal_flow.ts";

const valley = (limit: number, curvature: number) =>
  Array.from(
    { length: 2 * limit + 1 },
    (_, i) => -curvature * (i - limit) ** 2 + 0.1 * curvature * i,
  );
const chain = (
  limit: number,
  curvature: number,
  change: Partial<ChainFlowOptions> = {},
): ChainFlowOptions => {
  const diagonal = valley(limit, curvature);
  return {
    diagonal,
    offDiagonal: { lower: 3, upper: 2 },
    initialLog: diagonal.map((_, i) => Math.sin(i)),
    ...change,
  };
};

/** y by an explicit integration of the equation as it is written. */
function explicit({ diagonal, offDiagonal, rates, initialLog }: ChainFlowOptions) {
  const { lower, upper } = offDiagonal as { lower: number; upper: number };
  return dormandPrince({
    initial: Float64Array.from(initialLog),
    tolerance: 1e-12,
    slope(y, out) {
      for (let i = 0; i < y.length; i++) {
        out[i] = diagonal[i];
        if (i > 0) out[i] += lower * Math.exp(rates!.lower * (y[i - 1] - y[i]));
        if (i < y.length - 1) out[i] += upper * Math.exp(rates!.upper * (y[i + 1] - y[i]));
      }
    },
  });
}

Deno.test("chainFlow() with rates of 1 is the linear system, integrated to ten digits", () => {
  for (const [limit, curvature] of [[1, 0.2], [8, 0.3], [30, 2]]) {
    const system = chain(limit, curvature);
    const linear = tridiagonalFlow(system);
    const integrated = chainFlow({ ...system, rates: { lower: 1, upper: 1 } });
    for (const time of [0, 0.01, 0.7, 10]) {
      const [a, b] = [linear(time), integrated(time)];
      assertAlmostEquals(a.top, b.top, 1e-8);
      a.logs.forEach((log, i) => assertAlmostEquals(b.logs[i], log, 1e-8));
    }
  }
});

Deno.test("chainFlow() with other rates is what an explicit integration says", () => {
  for (const rates of [{ lower: 2, upper: 0.7 }, { lower: 0.3, upper: 4 }]) {
    const system = chain(5, 0.4, { rates });
    const [flow, expected] = [chainFlow(system), explicit(system)];
    for (const time of [0, 0.05, 1, 6]) {
      const { logs, top } = flow(time);
      const y = expected(time);
      logs.forEach((log, i) => assertAlmostEquals(log + top, y[i], 1e-8));
    }
  }
});

Deno.test("principalEigenvector() with rates: every row grows at one pace, and there chainFlow() settles", () => {
  for (
    const rates of [{ lower: 1, upper: 1 }, { lower: 2, upper: 0.7 }, { lower: 0.3, upper: 4 }]
  ) {
    const system = chain(9, 0.4, { rates });
    const { eigenvalue, logs } = principalEigenvector(system);
    const { lower, upper } = system.offDiagonal as { lower: number; upper: number };
    logs.forEach((log, i) => {
      const below = i > 0 ? lower * Math.exp(rates.lower * (logs[i - 1] - log)) : 0;
      const above = i < 18 ? upper * Math.exp(rates.upper * (logs[i + 1] - log)) : 0;
      assertAlmostEquals(system.diagonal[i] + below + above, eigenvalue, 1e-11);
    });
    const late = chainFlow(system)(1e9);
    late.logs.forEach((log, i) => assertAlmostEquals(log, logs[i], 1e-9));
    assertAlmostEquals(late.top / 1e9, eigenvalue, 1e-7);
  }
});

Deno.test("chainFlow() of a stiff linear system agrees with the matrix exponential, which takes long", () => {
  const system = chain(40, 70);
  const [quick, exact] = [chainFlow(system)(1), tridiagonalFlow(system)(1)];
  assertEquals(quick.logs.some((log, i) => log !== exact.logs[i]), true);
  exact.logs.forEach((log, i) => assertAlmostEquals(quick.logs[i], log, 1e-8));
  assertAlmostEquals(quick.top, exact.top, 1e-8);
});

Deno.test("chainFlow() refuses rates that are none, an end at zero where it integrates, and systems too large", () => {
  const rates = { lower: 1, upper: 2 };
  const refuses = (change: Partial<ChainFlowOptions>, words: string) =>
    assertThrows(() => chainFlow(chain(2, 1, change)), RangeError, words);
  refuses({ rates: { lower: 0, upper: 1 } }, "rates.lower must be > 0");
  refuses({ rates: { lower: 1, upper: NaN } }, "rates.upper must be > 0");
  refuses({ rates, initialLog: [0, 0, -Infinity, 0, 0] }, "initialLog[2] must be a finite number");
  refuses({ rates, diagonal: [0, 0, NaN, 0, 0] }, "diagonal[2]");
  const large = valley(60_000, 1);
  assertThrows(
    () => chainFlow({ ...chain(1, 1, { rates }), diagonal: large, initialLog: large }),
    RangeError,
    "length of diagonal must be at most 100000 where it is integrated: current value is 120001",
  );
});
