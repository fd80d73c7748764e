/**
 * A market to learn in whose optimum is known: a scenario as an environment with `reset` and `step`, a strategy
 * from a learner's table of depths, and its exact regret.
 *
 * Scenarios, strategies and traders are `@digital-market-maker/lab`'s.
 *
 * @module
 */
export { depthTable, type DepthTableOptions } from "./depth_table.ts";
export {
  type Environment,
  environment,
  type EnvironmentOptions,
  type ResetOptions,
  type RewardName,
  type Start,
  type StepInfo,
  type Transition,
} from "./environment.ts";
export { type Regret, regret, type RegretOptions } from "./regret.ts";
