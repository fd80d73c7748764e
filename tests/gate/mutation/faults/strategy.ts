import type { Fault } from "../fault.ts";

/** Faults in the strategies. */
export const strategyFaults: readonly Fault[] = [
  {
    name: "the readme's spread is the paper's",
    file: "lib/strategy/avellaneda_stoikov.ts",
    before: `spread === "paper" ? 1 / 2 : 1 / 4`,
    after: `spread === "paper" ? 1 / 2 : 1 / 2`,
    tests: ["tests/strategy/avellaneda_stoikov_test.ts"],
    why: "The scenario readme would not be the README's.",
  },
  {
    name: "Avellaneda–Stoikov leans the wrong way",
    file: "lib/strategy/avellaneda_stoikov.ts",
    before: "bidDepth: half + m.bid + leaning, askDepth: half + m.ask - leaning",
    after: "bidDepth: half + m.bid - leaning, askDepth: half + m.ask + leaning",
    tests: ["tests/strategy/avellaneda_stoikov_test.ts"],
    why: "Inventory would be built up, not sold off.",
  },
  {
    name: "a floor of time that is a ceiling",
    file: "lib/strategy/lean.ts",
    before: "Math.max(timeLeft, floor)",
    after: "Math.min(timeLeft, floor)",
    tests: ["tests/strategy/avellaneda_stoikov_test.ts"],
    why: "Strategies with a floor would stop to lean early.",
  },
  {
    name: "Guéant–Lehalle fears twice the variance",
    file: "lib/strategy/gueant_lehalle_system.ts",
    before: "k * gamma * sigma * sigma / 2;",
    after: "k * gamma * sigma * sigma;",
    tests: ["tests/strategy/gueant_lehalle_test.ts"],
    why: "Its quotes would not be the paper's.",
  },
  {
    name: "values read from the wrong side",
    file: "lib/strategy/quotes_from_values.ts",
    before: "bidDepth: depth(here + 1, fillTerm.bid), askDepth: depth(here - 1, fillTerm.ask)",
    after: "bidDepth: depth(here - 1, fillTerm.bid), askDepth: depth(here + 1, fillTerm.ask)",
    tests: ["tests/strategy/gueant_lehalle_test.ts"],
    why: "Every optimal strategy would lean the wrong way.",
  },
  {
    name: "liquidation forgets the end's cost",
    file: "lib/strategy/liquidation.ts",
    before: "-k * q * endCost * orderSize",
    after: "0 * q * endCost",
    tests: ["tests/strategy/liquidation_test.ts"],
    why: "Stock left at the end would cost nothing.",
  },
  {
    name: "a running penalty that is linear",
    file: "lib/strategy/cartea_jaimungal.ts",
    before: "penalty: (q) => phi * q * q",
    after: "penalty: (q) => phi * Math.abs(q)",
    tests: ["tests/strategy/cartea_jaimungal_test.ts"],
    why: "Cartea and Jaimungal's strategy would be another.",
  },
];
