import { liquidation, type LiquidationOptions } from "../../lib/strategy/liquidation.ts";
import { almgrenChriss } from "../../lib/theory/almgren_chriss.ts";
import { type Paper, toDigits } from "./paper.ts";

/** A 0.1, k 0.3, γ 0.05, σ 0.3, b 3, six orders to sell in five minutes; ticks and seconds. */
const published: LiquidationOptions = {
  riskAversion: 0.05,
  volatility: 0.3,
  scale: 0.1,
  decay: 0.3,
  endCost: 3,
  maxInventory: 6,
};

function askDepths(change: Partial<LiquidationOptions>, timeLeft: number): readonly number[] {
  const { quote } = liquidation({ ...published, ...change });
  return [1, 2, 3, 4, 5, 6].map((inventory) =>
    quote({ time: 300 - timeLeft, timeLeft, midPrice: NaN, inventory }).askDepth
  );
}

/** What is changed, and the depths for one order to sell, two, and so on. */
const cases: readonly (readonly [string, Partial<LiquidationOptions>, number, string])[] = [
  ["τ 300", {}, 300, "10.609473 7.873683 6.129884 4.808205 3.727971 2.807287"],
  ["τ 60", {}, 60, "5.986188 3.653977 2.292981 1.337678 0.610767 0.032424"],
  ["k 0.2", { decay: 0.2 }, 300, "15.810717 11.907637 9.465555"],
  ["A 0.15", { scale: 0.15 }, 300, "11.922220 9.189783 7.449071"],
  ["γ 0.001", { riskAversion: 0.001 }, 300, "11.440030 9.124405 7.767977"],
  ["σ 0.6", { volatility: 0.6 }, 300, "9.649286 6.026248 3.687354"],
  ["b 20", { endCost: 20 }, 300, "10.492413 7.768542 6.035301"],
  ["μ 0.01", { drift: 0.01 }, 300, "12.232949 9.392078 7.550711"],
];

/** Selling twenty units: in orders of Δ, and in any amounts at the rate of Almgren and Chriss. */
function twentyUnits() {
  const { maxInventory: _, ...sale } = { ...published, position: 20, horizon: 300 };
  const situation = { time: 0, timeLeft: 300, midPrice: NaN, inventory: 20 };
  const inOrders = (orderSize: number) =>
    liquidation({
      ...published,
      maxInventory: 20,
      orderSize,
      scale: published.scale as number / orderSize,
    })
      .quote(situation).askDepth;
  const rate = almgrenChriss({ ...sale, scale: 0.1, decay: 0.3 }).rate(0);
  return { inOrders, depth: -Math.log(rate / 0.1) / 0.3 };
}

/** The seller's depths, one belief changed at a time, and the limit of large positions in small orders. */
export const gueantLehalle2012: Paper = {
  name: "GLFT 2012",
  reference:
    "Guéant, Lehalle, Fernandez-Tapia: Optimal portfolio liquidation with limit orders. arXiv 1106.3279",
  numbers() {
    const { inOrders, depth } = twentyUnits();
    return [
      ...cases.flatMap(([place, change, timeLeft, theirs]) => {
        const ours = askDepths(change, timeLeft);
        return toDigits(
          "formula",
          place,
          theirs.split(" ").map((text, i) => [`ask at q ${i + 1}`, text, ours[i]]),
        );
      }),
      ...toDigits("formula", "large q", [
        ["ask at q 20, orders of 0.4", "-3.822435", inOrders(0.4)],
        ["ask at q 20, orders of 0.1", "-3.673594", inOrders(0.1)],
        ["ask at q 20, Almgren–Chriss", "-3.622305", depth],
      ]),
      {
        place: "large q",
        quantity: "the orders' limit is Almgren–Chriss",
        source: "formula",
        theirs: "-3.622305",
        // The error goes with the size of the orders: halved once, it can be taken off.
        ours: 2 * inOrders(0.05) - inOrders(0.1),
        within: 1e-3,
      },
    ];
  },
};
