import type { Fault } from "../fault.ts";
import { marketFaults } from "./market.ts";
import { measureFaults } from "./measure.ts";
import { monteCarloFaults } from "./monte_carlo.ts";
import { strategyFaults } from "./strategy.ts";
import { theoryFaults } from "./theory.ts";
import { tradingFaults } from "./trading.ts";

/** Every fault. */
export const allFaults: readonly Fault[] = [
  ...marketFaults,
  ...tradingFaults,
  ...strategyFaults,
  ...theoryFaults,
  ...measureFaults,
  ...monteCarloFaults,
];
