import { execution, poissonFlow, streams, timeGrid } from "@digital-market-maker/lab";
import { drawTapes, gueantLehalleMany, tradeSeveral } from "@digital-market-maker/lab/several";
import { assertGreater } from "@std/assert";
import { assertWithinStandardErrors, meanOf } from "../statistics.ts";

Deno.test("gueantLehalleMany() earns what its value says: the expected utility of simulated sessions, two and three assets", () => {
  const [riskAversion, horizon, steps] = [0.3, 0.05, 200];
  const grid = timeGrid({ horizon, steps });
  for (
    const covariance of [
      [[400, -120], [-120, 100]],
      [[400, 180, 60], [180, 100, 0], [60, 0, 225]],
    ]
  ) {
    const size = covariance.length;
    const [scales, decays] = [[140, 60, 90], [1.5, 1, 2]].map((list) => list.slice(0, size));
    const strategy = gueantLehalleMany({
      assets: scales.map((scale, i) => ({ scale, decay: decays[i], maxOrders: 3 })),
      ...{ covariance, riskAversion, horizon },
    });
    const market = {
      initialPrices: scales.map(() => 100),
      covariance,
      flows: scales.map((scale, i) => poissonFlow({ scale, decay: decays[i], fills: "exact" })),
    };
    const terms = scales.map(() => execution());
    const value = strategy.value(horizon, scales.map(() => 0));
    const random = streams(size);
    const utilities = Array.from({ length: 3000 }, (_, path) => {
      const day = tradeSeveral(drawTapes(market, grid, random, path), strategy, terms);
      const profit = day.reduce((sum, { wealth }) => sum + wealth[steps], 0);
      return Math.exp(-riskAversion * (profit - value));
    });
    assertWithinStandardErrors(utilities, 1, { z: 4 });
    // A value off by a tenth would be seen.
    const { standardError } = meanOf(utilities);
    assertGreater(Math.expm1(riskAversion * value / 10), 4 * standardError);
  }
});
