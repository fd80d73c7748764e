import * as lab from "@digital-market-maker/lab";
import { gueantLehalleMany } from "@digital-market-maker/lab/several";

/** The paper's scenario with a tenth of its orders, so that twenty steps are few but not certain to fill. */
export const paper = lab.scenario("paper", { scale: 14 });

/** Its market. */
export const market = paper.market;

/** The market on a clock of twenty steps. */
export const short = { market, grid: lab.timeGrid({ horizon: 1, steps: 20 }) };

/** A day of a hundred steps. */
export const tape = lab.drawTape(market, lab.timeGrid({ horizon: 1, steps: 100 }), lab.streams(1));

/** A session on it. */
export const session = lab.trade(tape, paper.traders.as);

/** Its reaches. */
export const sample = lab.stepReaches(tape);

const options = {
  assets: [{ scale: { bid: 10, ask: 10 }, decay: 1.5, maxOrders: 2 }],
  covariance: [[4]],
  riskAversion: 0.1,
  horizon: 1,
};

/** A game of one asset among several, and who plays it. */
export const manyBeliefs = {
  options,
  strategy: gueantLehalleMany(options),
  market: { initialPrices: [100], covariance: [[4]], drift: [0], flows: [market.flow] },
};
