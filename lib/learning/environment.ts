import { maybe, shaped, text } from "../kinds.ts";
import { checkKeys, checkNonNegative, checkOneOf, checkThat, checkWhole } from "../check.ts";
import { drawTape } from "../market/draw.ts";
import { type Streams, streams } from "../random/streams.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Quote, Situation } from "../strategy/strategy.ts";
import { type Execution, executionKind } from "../trading/execution.ts";
import { type RunningSession, runningSession } from "../trading/running_session.ts";
import type { Session } from "../trading/session.ts";
import { stepVariance } from "./step_variance.ts";

/**
 * What a learner is paid for a step.
 *
 * - `penalised`: ΔW − ½γσ²q²Δt, where q is what is held while the price moves.
 * - `wealth`: ΔW, the change of wealth alone.
 */
export type RewardName = "penalised" | "wealth";

/** What an {@linkcode environment} is told beside its scenario. */
export interface EnvironmentOptions {
  /** What a step pays. @default {"penalised"} */
  readonly reward?: RewardName;
  /** Risk aversion γ of the penalty, in 1/currency; >= 0. @default {the scenario's} */
  readonly riskAversion?: number;
  /** The terms of execution. @default {those of the scenario's AS} */
  readonly execution?: Execution;
  /** Name of the learner in its sessions. @default {"Learner"} */
  readonly name?: string;
}

/** How a session begins. */
export interface ResetOptions {
  /** The seed of all tapes from here on: any text or finite number. @default {as before; 1 at first} */
  readonly seed?: string | number;
  /** Number of the tape, a whole number >= 0. @default {the next one; 0 after a seed} */
  readonly path?: number;
}

/** What a step did, beside what it paid. */
export interface StepInfo {
  /** Number of the tape. */
  readonly path: number;
  /** Steps done. */
  readonly steps: number;
  /** Wealth now, marked at the mid, in currency. */
  readonly wealth: number;
  /** Change of wealth in the step, in currency; 0 at the start. */
  readonly wealthChange: number;
  /** ½γσ²q²Δt of the step, in currency; 0 at the start. */
  readonly penalty: number;
  /** Units that the bid bought. */
  readonly bought: number;
  /** Units that the ask sold. */
  readonly sold: number;
  /** Units crossed as a taker, signed. */
  readonly crossed: number;
  /** The session; its columns are written as far as it has come. */
  readonly session: Session;
}

/** What `reset` answers. */
export interface Start {
  /** What the learner sees. */
  readonly observation: Situation;
  /** What is known beside it. */
  readonly info: StepInfo;
}

/** What `step` answers. */
export interface Transition extends Start {
  /** What the step paid, in currency. */
  readonly reward: number;
  /** Whether the session has ended. */
  readonly terminated: boolean;
  /** Whether it was cut short: never, as the time left is part of what the learner sees. */
  readonly truncated: boolean;
}

/** A market to learn in. */
export interface Environment {
  /** Begins a session, on the next tape unless told otherwise. */
  readonly reset: (options?: ResetOptions) => Start;
  /** Quotes two depths for one step. */
  readonly step: (action: Quote) => Transition;
}

/**
 * A scenario as an environment for learners, with the words of Gymnasium 1.x: `reset` begins a session, `step` takes
 * an action and answers observation, reward, `terminated`, `truncated` and info.
 *
 * The observation is what every strategy sees, the action is two depths, and the loop is `trade`'s own: depths
 * played here make the very session that `trade` makes of them. Tape i of a seed is path i of `simulate`.
 *
 * What the optimum earns here is known exactly, so that {@linkcode regret} tells without any noise how far a
 * learner has come.
 *
 * @param scenario The scenario.
 * @param options Reward, its risk aversion, terms of execution.
 * @returns The environment, which must be reset before its first step.
 * @throws {TypeError} Where the reward has no such name, or the price draws its steps its own way.
 * @throws {RangeError} Where the risk aversion is negative; later, where a depth is NaN or a session is over.
 *
 * @example A session of the same two depths throughout
 * ```ts
 * import { scenario } from "@digital-market-maker/lab";
 * import { environment } from "@digital-market-maker/lab/learning";
 * import { assertEquals } from "@std/assert";
 *
 * const { reset, step } = environment(scenario("readme"));
 * let { observation } = reset({ seed: 1 });
 * let ended = false, steps = 0;
 * while (!ended) {
 *   const lean = 0.05 * observation.inventory;
 *   const after = step({ bidDepth: 0.65 + lean, askDepth: 0.65 - lean });
 *   observation = after.observation;
 *   ended = after.terminated;
 *   steps++;
 * }
 * assertEquals([steps, observation.timeLeft], [500, 0]);
 * ```
 */
export function environment(scenario: Scenario, options: EnvironmentOptions = {}): Environment {
  const action = "build environment";
  checkKeys<EnvironmentOptions>(action, options, {
    reward: true,
    riskAversion: true,
    execution: maybe(executionKind),
    name: maybe(text),
  });
  shaped("scenario")(action, "scenario", scenario);
  const { market, grid, parameters, traders } = scenario;
  const { reward = "penalised", riskAversion = parameters.riskAversion } = options;
  const { execution = traders.as.execution, name = "Learner" } = options;
  checkOneOf(action, "reward", reward, ["penalised", "wealth"]);
  checkNonNegative(action, "riskAversion", riskAversion);
  const variance = stepVariance(action, market.price, grid.dt);
  let random: Streams = streams(1);
  let path = -1;
  let n = 0;
  let running: RunningSession | undefined;

  const start = (): RunningSession => {
    n = 0;
    return running = runningSession(drawTape(market, grid, random, path), name, execution);
  };
  const info = (session: Session, wealthChange: number, penalty: number): StepInfo => ({
    path,
    steps: n,
    wealth: session.wealth[n],
    wealthChange,
    penalty,
    bought: n === 0 ? 0 : session.bought[n - 1],
    sold: n === 0 ? 0 : session.sold[n - 1],
    crossed: n === 0 ? 0 : session.crossed[n - 1],
    session,
  });
  return {
    reset(options = {}) {
      checkKeys<ResetOptions>("reset environment", options, { seed: true, path: true });
      const { seed } = options;
      const next = seed === undefined ? path + 1 : 0;
      const wanted = checkWhole("reset environment", "path", options.path ?? next, 0);
      if (seed !== undefined) random = streams(seed);
      path = wanted;
      const { session, situation } = start();
      return { observation: situation(), info: info(session, 0, 0) };
    },
    step(quote) {
      const open = running !== undefined && n < grid.steps;
      const state = running === undefined ? "not begun" : "over";
      checkThat("step environment", "the session", "open, as reset opens it", state, open);
      const { session, situation, take } = running!;
      take(quote);
      n++;
      const held = session.inventory[n];
      const wealthChange = session.wealth[n] - session.wealth[n - 1];
      const penalty = riskAversion * held * held * variance(session.midPrice[n - 1]) / 2;
      return {
        observation: situation(),
        reward: reward === "wealth" ? wealthChange : wealthChange - penalty,
        terminated: n === grid.steps,
        truncated: false,
        info: info(session, wealthChange, penalty),
      };
    },
  };
}
