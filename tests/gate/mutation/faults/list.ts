import type { Fault } from "../fault.ts";
import { marketFaults } from "./market.ts";
import { measureFaults } from "./measure.ts";
import { monteCarloFaults } from "./monte_carlo.ts";
import { readmeFaults } from "./readme.ts";
import { runnerFaults } from "./runner.ts";
import { securityFaults } from "./security.ts";
import { setUpFaults } from "./set_up.ts";
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
  ...runnerFaults,
  ...setUpFaults,
  ...securityFaults,
  ...readmeFaults,
];
