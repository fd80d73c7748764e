import type { Fault } from "../fault.ts";

/** Faults in scenarios, and in the simulation of many paths. */
export const monteCarloFaults: readonly Fault[] = [
  {
    name: "the readme with another volatility",
    file: "lib/scenario/parameters.ts",
    before: "  volatility: 1.5,",
    after: "  volatility: 1.6,",
    tests: ["tests/scenario/headline_test.ts"],
    why: "Every number of the course would be of another scenario.",
  },
  {
    name: "paths of a second batch drawn again",
    file: "lib/monte_carlo/tally_run.ts",
    before: "firstPath: firstPath + done",
    after: "firstPath",
    tests: ["tests/monte_carlo/tally_test.ts"],
    why: "A run of a million paths would be a quarter of it, four times.",
  },
  {
    name: "a path traded again under another number",
    file: "lib/monte_carlo/run.ts",
    before: "sessionOf(trader, firstPath + at)",
    after: "sessionOf(trader, at)",
    tests: ["tests/monte_carlo/simulate_test.ts"],
    why: "In a shard the rare wide paths would be those of the first shard.",
  },
  {
    name: "merged extremes of inventory",
    file: "lib/monte_carlo/tally.ts",
    before: "lowestInventory: Math.min(a.lowestInventory, b.lowestInventory)",
    after: "lowestInventory: a.lowestInventory",
    tests: ["tests/monte_carlo/tally_test.ts"],
    why: "Shards would forget their worst path.",
  },
  {
    name: "a control that subtracts the wrong way",
    file: "lib/monte_carlo/controlled.ts",
    before: "mean: y - beta * (x - expected)",
    after: "mean: y + beta * (x - expected)",
    tests: ["tests/monte_carlo/controlled_test.ts"],
    why: "The saving of paths would come with a wrong mean.",
  },
  {
    name: "fill thresholds in words of another size",
    file: "lib/monte_carlo/fill_threshold.ts",
    before: "flow.reachOf(side, word << 1, dt)",
    after: "flow.reachOf(side, word, dt)",
    tests: ["tests/monte_carlo/fill_threshold_test.ts", "tests/monte_carlo/kernel_test.ts"],
    why: "The kernel would fill other quotes than trade does.",
  },
  {
    name: "compiled rows forget the depth",
    file: "lib/monte_carlo/policy_rows.ts",
    before: "(must > 0 ? 0 : bought.ofDepth * bidDepth[at])",
    after: "0",
    tests: ["tests/monte_carlo/kernel_test.ts", "tests/monte_carlo/simulate_test.ts"],
    why: "The kernel's bids would earn no spread.",
  },
];
