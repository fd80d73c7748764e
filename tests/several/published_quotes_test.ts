import { assertAlmostEquals } from "@std/assert";
import { gueantLehalleMany } from "../../lib/several/gueant_lehalle_many.ts";
import { both, day, hy, ig, sigmaHy, sigmaIg } from "./credit_indices.ts";

/** Refuses a number that differs from the printed one by more than its digits allow. */
function assertPrinted(value: number, printed: number) {
  assertAlmostEquals(value / printed, 1, 1e-4);
}

Deno.test("gueantLehalleMany() gives the bids of Guéant's figures 2 and 11, one asset at a time", () => {
  const figures = [
    [
      ig,
      sigmaIg,
      [-1.6439e-4, -1.3273e-4, -8.8767e-5, -1.7522e-5, 1.2082e-4, 1.9207e-4, 2.3602e-4, 2.6769e-4],
    ],
    [
      hy,
      sigmaHy,
      [-4.6883e-4, -3.6648e-4, -2.261e-4, -6.9821e-6, 3.5392e-4, 5.7303e-4, 7.1342e-4, 8.1576e-4],
    ],
  ] as const;
  for (const [asset, sigma, bids] of figures) {
    const { quote } = gueantLehalleMany({ assets: [asset], covariance: [[sigma ** 2]], ...day });
    bids.forEach((printed, i) => {
      const [{ bidDepth }] = quote({ timeLeft: 7200, inventories: [(i - 4) * asset.orderSize] });
      assertPrinted(bidDepth, printed);
    });
  }
});

Deno.test("gueantLehalleMany() gives Guéant's two assets at correlation 0.3", () => {
  const { quote, value } = both(0.3);
  const bids = [
    1.9701e-4,
    2.2057e-4,
    2.5025e-4,
    2.904e-4,
    3.5232e-4,
    4.0486e-4,
    4.3779e-4,
    4.62e-4,
    4.8126e-4,
  ];
  bids.forEach((printed, i) => {
    const [, { bidDepth }] = quote({ timeLeft: 7200, inventories: [(i - 4) * ig.orderSize, 0] });
    assertPrinted(bidDepth, printed);
  });
  assertPrinted(value(7200, [0, 0]), 8904.629);
});
