import type { Fault } from "../fault.ts";

/** Faults in exact results. */
export const theoryFaults: readonly Fault[] = [
  {
    name: "fees that do not move with the price",
    file: "lib/theory/conditional_moments.ts",
    before: "f * (2 * yd + f * dd)",
    after: "f * (yd + f * dd)",
    tests: ["tests/theory/exact_moments_test.ts"],
    why: "Exact deviations with fees would be a little wrong.",
  },
  {
    name: "inventory gains without inventory",
    file: "lib/theory/conditional_moments.ts",
    before: "moments.profit[i] += held * change;",
    after: "moments.profit[i] += change;",
    tests: ["tests/theory/exact_moments_test.ts"],
    why: "Exact means with drift would be wrong.",
  },
  {
    name: "the recursion widens one step late",
    file: "lib/theory/carry.ts",
    before: "const wider = Math.min(n + 1, maxLots);",
    after: "const wider = Math.min(n, maxLots);",
    tests: ["tests/theory/exact_moments_test.ts"],
    why: "The outermost inventories would not feel the price.",
  },
  {
    name: "both sides fill by the bid's chance",
    file: "lib/theory/outcomes.ts",
    before: "(asks ? askFill : 1 - askFill)",
    after: "(asks ? bidFill : 1 - bidFill)",
    tests: ["tests/theory/exact_moments_test.ts"],
    why: "Exact results would be of another market.",
  },
  {
    name: "an exact law with fees at the trade",
    file: "lib/theory/exact_law.ts",
    before: `feesAt: "initial",`,
    after: `feesAt: "trade",`,
    tests: ["tests/theory/exact_law_test.ts"],
    why: "The law's moments would not be those it is centred on.",
  },
  {
    name: "risk counted twice in a certainty equivalent",
    file: "lib/theory/log_worths.ts",
    before: "gamma * q * q * variance / 2 - costs[i]",
    after: "gamma * q * q * variance - costs[i]",
    tests: ["tests/theory/certainty_equivalent_test.ts"],
    why: "Every certainty equivalent would be too low.",
  },
  {
    name: "the optimum in steps fears twice the variance",
    file: "lib/theory/stepped_optimum.ts",
    before: "(q * volatility) ** 2 * dt / 2",
    after: "(q * volatility) ** 2 * dt",
    tests: ["tests/theory/stepped_optimum_test.ts"],
    why: "It would not be the optimum.",
  },
  {
    name: "a selling curve in half the risk",
    file: "lib/theory/almgren_chriss.ts",
    before: "decay * riskAversion * volatility ** 2 / 2",
    after: "decay * riskAversion * volatility ** 2 / 4",
    tests: ["tests/theory/almgren_chriss_test.ts"],
    why: "The curve of a large position would be too slow.",
  },
];
