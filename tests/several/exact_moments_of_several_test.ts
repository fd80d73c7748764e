import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { drawTapes } from "../../lib/several/draw_tapes.ts";
import { streams } from "../../lib/random/streams.ts";
import { gueantLehalleMany } from "../../lib/several/gueant_lehalle_many.ts";
import { exactMomentsOfSeveral } from "../../lib/several/exact_moments_of_several.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { tradeSeveral } from "../../lib/several/trade_several.ts";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";

const grid = timeGrid({ horizon: 0.1, steps: 20 });
const flow = poissonFlow({ scale: 140, decay: 1.5 });
const slower = poissonFlow({ scale: 60, decay: 1, flowBias: 0.3 });

/** Two assets, quoted by the optimum of continuous time, on terms that leave nothing out. */
function setting(correlation: number, terms = [execution(), execution({ orderSize: 2 })]) {
  const covariance = [[4, 2 * 3 * correlation], [2 * 3 * correlation, 9]];
  const strategy = gueantLehalleMany({
    assets: [
      { scale: 140, decay: 1.5, maxOrders: 4, orderSize: terms[0].orderSize },
      { scale: 60, decay: 1, maxOrders: 4, orderSize: terms[1].orderSize },
    ],
    covariance,
    riskAversion: 0.1,
    horizon: 0.1,
  });
  const market = { initialPrices: [100, 40], covariance, drift: [1, -3], flows: [flow, slower] };
  return { market, grid, strategy, terms, maxOrders: [4, 4] };
}

Deno.test("exactMomentsOfSeveral() is what simulation tends to: correlation, drift, fees, order sizes, limits", () => {
  const fees = { rebate: 0.002, fee: 0.005 };
  const cases = [
    setting(0),
    setting(0.6),
    setting(-0.9, [
      execution({ ...fees, limit: 2, breach: "cross-one", crossingCost: 0.1 }),
      execution({ ...fees, orderSize: 2, limit: 4, breach: "flatten" }),
    ]),
  ];
  cases.forEach((given, seed) => {
    const exact = exactMomentsOfSeveral(given);
    assertEquals(exact.lostProbability, 0);
    const random = streams(seed);
    const days = Array.from(
      { length: 5000 },
      (_, path) =>
        tradeSeveral(drawTapes(given.market, grid, random, path), given.strategy, given.terms),
    );
    const profits = days.map((day) => day.reduce((sum, { wealth }) => sum + wealth[grid.steps], 0));
    assertWithinStandardErrors(profits, exact.mean);
    assertDeviationWithinStandardErrors(profits, exact.sd);
    [0, 1].forEach((i) =>
      assertDeviationWithinStandardErrors(
        days.map((day) => day[i].inventory[grid.steps]),
        exact.finalInventorySd[i],
      )
    );
    // A correlation left out would be seen.
    if (seed === 1) {
      const blind = { ...given.market, covariance: [[4, 0], [0, 9]] };
      const other = exactMomentsOfSeveral({ ...given, market: blind });
      assertGreater(Math.abs(other.sd / exact.sd - 1), 0.005);
    }
  });
});

Deno.test("exactMomentsOfSeveral() counts what leaves the range, and refuses more than one session in 10⁹", () => {
  const half = { bidDepth: 0.5, askDepth: 0.5 };
  const { market } = setting(0.5);
  const strategy = { name: "both", quote: () => [half, half] };
  const within = (orders: number) => () =>
    exactMomentsOfSeveral({ market, grid, strategy, maxOrders: [orders, 20] });
  for (const orders of [0, 1, 2, 3]) assertThrows(within(orders), RangeError, "beyond maxOrders");
  assertAlmostEquals(within(20)().lostProbability, 0, 1e-12);
});

Deno.test("tradeSeveral() and exactMomentsOfSeveral() refuse lists that do not fit", () => {
  const given = setting(0);
  assertThrows(
    () => exactMomentsOfSeveral({ ...given, maxOrders: [4] }),
    TypeError,
    "maxOrders must be a list of 2",
  );
  const impact = [execution({ impact: 0.1 }), execution()];
  assertThrows(() => exactMomentsOfSeveral({ ...given, terms: impact }), RangeError, "impact");
  const tapes = drawTapes(given.market, grid, streams(1));
  const one = { name: "one", quote: () => [{ bidDepth: 1, askDepth: 1 }] };
  assertThrows(() => tradeSeveral(tapes, one), TypeError, "must be 2 quotes");
  const { market } = given;
  for (
    const answer of [
      undefined,
      [],
      [null, null],
      [...Array(3)].map(() => ({ bidDepth: 1, askDepth: 1 })),
    ]
  ) {
    const strategy = { name: "odd", quote: () => answer as never };
    const wrong = "Cannot quote with odd as its answer must be";
    assertThrows(() => exactMomentsOfSeveral({ ...given, strategy }), TypeError, wrong);
    assertThrows(() => tradeSeveral(tapes, strategy), TypeError, wrong);
  }
  for (const orders of [-1, NaN, 0.5, Infinity]) {
    const maxOrders = [4, orders];
    assertThrows(
      () => exactMomentsOfSeveral({ market, grid, strategy: one, maxOrders }),
      RangeError,
      "maxOrders[1]",
    );
  }
  const other = drawTapes(given.market, timeGrid({ horizon: 1, steps: 20 }), streams(1));
  assertThrows(() => tradeSeveral([tapes[0], other[1]], given.strategy), TypeError, "tapes[1]");
});
