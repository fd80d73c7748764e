import { gueantLehalleMany } from "../../lib/several/gueant_lehalle_many.ts";
import { gueantLehalleManyClosedForm } from "../../lib/several/gueant_lehalle_many_closed_form.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";
import { type Paper, type PaperNumber, toDigits } from "./paper.ts";

/** CDX.IG and CDX.HY, in dollars and seconds. */
const ig = { scale: 9.10e-4, decay: 1.79e4, orderSize: 5e7, maxOrders: 4 };
const hy = { scale: 1.06e-3, decay: 5.47e3, orderSize: 1e7, maxOrders: 4 };
const [sigmaIg, sigmaHy] = [5.83e-6, 2.15e-5];
const day = { riskAversion: 6e-5, horizon: 7200 };
const start = { timeLeft: day.horizon };

const signed = (orders: number) => `${orders}`.replace("-", "−");

/** The bids of one asset alone, for q/Δ = −4 … 3. */
function bidsAlone(
  place: string,
  name: string,
  asset: typeof ig,
  sigma: number,
  printed: readonly string[],
): readonly PaperNumber[] {
  const { quote } = gueantLehalleMany({ assets: [asset], covariance: [[sigma ** 2]], ...day });
  return toDigits(
    "formula",
    place,
    printed.map((text, i) => {
      const [{ bidDepth }] = quote({ ...start, inventories: [(i - 4) * asset.orderSize] });
      return [`bid of ${name} at q/Δ ${signed(i - 4)}`, text, bidDepth];
    }),
  );
}

function covariance(correlation: number) {
  const shared = correlation * sigmaIg * sigmaHy;
  return [[sigmaIg ** 2, shared], [shared, sigmaHy ** 2]];
}

const both = (correlation: number) =>
  gueantLehalleMany({ assets: [ig, hy], covariance: covariance(correlation), ...day });

/** The bids of HY, itself flat, for so many orders of IG. */
function bidsOfHy(correlation: number, orders: readonly number[], printed: readonly string[]) {
  const { quote } = both(correlation);
  return printed.map((text, i) => {
    const [, { bidDepth }] = quote({ ...start, inventories: [orders[i] * ig.orderSize, 0] });
    return [`bid of HY at q_IG/Δ ${signed(orders[i])}`, text, bidDepth] as const;
  });
}

/** IG and two of HY, correlations 0.3, 0.3 and 0.5. */
function threeAssets() {
  const sigmas = [sigmaIg, sigmaHy, sigmaHy];
  const correlations = [[1, 0.3, 0.3], [0.3, 1, 0.5], [0.3, 0.5, 1]];
  return gueantLehalleMany({
    assets: [ig, hy, hy].map((asset) => ({ ...asset, maxOrders: 2 })),
    covariance: correlations.map((row, i) => row.map((rho, j) => rho * sigmas[i] * sigmas[j])),
    ...day,
  });
}

/** The market maker of several assets, and of sides that differ. */
export const gueant2017: Paper = {
  name: "Guéant 2017",
  reference: "Guéant: Optimal market making. Applied Mathematical Finance 24, arXiv 1605.01862",
  numbers() {
    const closed = gueantLehalleManyClosedForm({
      riskAversion: day.riskAversion,
      assets: [ig, hy],
      covariance: covariance(0.3),
    });
    const line = (orders: number) =>
      closed.quote({ ...start, inventories: [orders * ig.orderSize, 0] })[1].bidDepth;
    const three = threeAssets();
    const bidOfHy = (orders: number) =>
      three.quote({ ...start, inventories: [0, 0, orders * hy.orderSize] })[1].bidDepth;
    const paper = { riskAversion: 0.1, volatility: 2, scale: 140, maxInventory: 20 };
    const flat = { time: 0, timeLeft: 1, midPrice: NaN, inventory: 0 };
    const decay = { bid: 1.5, ask: 2 };
    const { bidDepth, askDepth } = gueantLehalle({ ...paper, decay }).quote(flat);
    const fewer = { ...paper, decay: 1.5, scale: { bid: 140, ask: 70 } };
    const thin = gueantLehalle(fewer).quote(flat);
    return [
      ...bidsAlone("figure 2", "IG", ig, sigmaIg, [
        "-1.6439e-4",
        "-1.3273e-4",
        "-8.8767e-5",
        "-1.7522e-5",
        "1.2082e-4",
        "1.9207e-4",
        "2.3602e-4",
        "2.6769e-4",
      ]),
      ...bidsAlone("figure 11", "HY", hy, sigmaHy, [
        "-4.6883e-4",
        "-3.6648e-4",
        "-2.2610e-4",
        "-6.9821e-6",
        "3.5392e-4",
        "5.7303e-4",
        "7.1342e-4",
        "8.1576e-4",
      ]),
      ...toDigits(
        "formula",
        "two assets, ρ 0.3",
        bidsOfHy(0.3, [-4, -3, -2, -1, 0, 1, 2, 3, 4], [
          "1.9701e-4",
          "2.2057e-4",
          "2.5025e-4",
          "2.9040e-4",
          "3.5232e-4",
          "4.0486e-4",
          "4.3779e-4",
          "4.6200e-4",
          "4.8126e-4",
        ]),
      ),
      ...toDigits("formula", "two assets, ρ 0.3", [
        ["worth from flat", "8904.629", both(0.3).value(day.horizon, [0, 0])],
      ]),
      ...toDigits("formula", "two assets, ρ 0.6", [
        ...bidsOfHy(0.6, [-4, 0, 4], ["-5.6701e-8", "3.4600e-4", "5.9402e-4"]),
        ["worth from flat", "9264.696", both(0.6).value(day.horizon, [0, 0])],
      ]),
      ...toDigits(
        "formula",
        "two assets, ρ −0.3",
        bidsOfHy(-0.3, [-4, 4], ["4.8126e-4", "1.9701e-4"]),
      ),
      ...toDigits("formula", "three assets, Q 2", [
        ["worth from flat", "13499.135", three.value(day.horizon, [0, 0, 0])],
        ["bid of HY, all flat", "3.4663e-4", bidOfHy(0)],
        ["bid of HY, two of the third", "4.5748e-4", bidOfHy(2)],
      ]),
      ...toDigits("formula", "(5.18), ρ 0.3", [
        ["bid of HY at q_IG/Δ −4", "8.7685e-5", line(-4)],
        ["bid of HY at q_IG/Δ 0", "3.0285e-4", line(0)],
        ["bid of HY at q_IG/Δ 4", "5.1802e-4", line(4)],
      ]),
      ...toDigits("formula", "section 3, k_ask 2", [
        ["worth from flat", "56.179474", optimalValue({ ...paper, decay, horizon: 1 })],
        ["bid, flat", "0.668475", bidDepth],
        ["ask, flat", "0.513366", askDepth],
      ]),
      ...toDigits("formula", "section 3, A_ask 70", [
        ["worth from flat", "45.508634", optimalValue({ ...fewer, horizon: 1 })],
        ["bid, flat", "0.906981", thin.bidDepth],
        ["ask, flat", "0.446381", thin.askDepth],
      ]),
    ];
  },
};
