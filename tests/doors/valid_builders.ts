const beliefs = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, orderSize: 1 };
const { orderSize: _, ...unsized } = beliefs;
const game = { ...beliefs, maxInventory: 3, drift: 0, impact: 0 };
const optimal = { ...game, penalty: () => 0, terminalPenalty: () => 0 };

/** For every function that takes beliefs or terms alone, options that are right. */
export const builderCalls = {
  almgrenChriss: () => [{ position: 4, horizon: 1, ...unsized, endCost: 1 }],
  arithmeticBrownian: () => [{ initialPrice: 100, volatility: 2, drift: 1 }],
  avellanedaStoikov: () => [{ ...beliefs, timeLeft: { saturating: 140, endPenalty: 1 } }],
  avellanedaStoikovPreprint: () => [beliefs],
  carteaJaimungal: () => [{
    runningPenalty: 0.1,
    terminalPenalty: 0.1,
    scale: { bid: 100, ask: 140 },
    decay: 1.5,
    drift: 0,
    maxInventory: 3,
    orderSize: 1,
  }],
  execution: () => [{ limit: 5, breach: "flatten" }],
  geometricBrownian: () => [{ initialPrice: 100, volatility: 0.2, drift: 0.1 }],
  gueantLehalle: () => [{ ...optimal, scale: { bid: 100, ask: 140 } }],
  gueantLehalleAsymptotic: () => [game],
  gueantLehalleClosedForm: () => [beliefs],
  hawkesFlow: () => [{ scale: 1, decay: 1.5, selfExcitation: 0.5, memory: 1 }],
  informedFlow: () => [{ scale: 1, decay: 1.5, informed: 0.5, foresight: 1 }],
  liquidation: () => [{ ...beliefs, maxInventory: 3, endCost: 1, drift: 0 }],
  naive: () => [{ halfSpread: 0.7 }],
  optimalValue: () => [{ ...optimal, horizon: 1 }],
  ornsteinUhlenbeck: () => [{ initialPrice: 100, meanLevel: 100, pull: 1, volatility: 2 }],
  poissonFlow: () => [{ scale: 140, decay: 1.5, fills: "exact", flowBias: 0 }],
  stepConvergence: () => [{ ...game, horizon: 1, steps: [20] }],
  steppedOptimum: () => [{ ...game, terminalPenalty: () => 0, horizon: 1, steps: 4 }],
  timeGrid: () => [{ horizon: 1, steps: 2 }],
};
