import { checkThat } from "../../check.ts";
import { drawTape } from "../../market/draw.ts";
import { streams } from "../../random/streams.ts";
import { scenario } from "../../scenario/scenario.ts";
import type { Quote } from "../../strategy/strategy.ts";
import { runningSession } from "../../trading/running_session.ts";
import type { Session } from "../../trading/session.ts";
import { trade } from "../../trading/trade.ts";
import { type Standing, standing } from "./session_player_model.ts";
import { type StepJudge, stepJudge } from "./step_regret.ts";

/** What the controls of the day game are set to. */
export interface DayGameValues {
  /** Bid depth of the next step, in $; −0.5 to 3. @default {0.65} */
  readonly bidDepth: number;
  /** Ask depth of the next step, in $; −0.5 to 3. @default {0.65} */
  readonly askDepth: number;
  /** Depths played so far, as `"0.65/0.65 0.7/0.5"`: bid and ask of each step; at most sixty. @default {""} */
  readonly moves: string;
  /** Seed of the day's tape; a whole number >= 0. @default {1} */
  readonly seed: number;
}

/** One step that was played. */
export interface PlayedStep {
  /** Number of the step, from 0. */
  readonly step: number;
  /** Units held when it was quoted. */
  readonly inventory: number;
  /** The depths that were played. */
  readonly quote: Quote;
  /** The depths that were best there. */
  readonly best: Quote;
  /** What the difference cost, in $ of certainty equivalent. */
  readonly regret: number;
  /** Units that the bid bought and the ask sold. */
  readonly bought: number;
  readonly sold: number;
}

/** A day as far as it was played, and the optimum's on the same tape. */
export interface DayGameModel {
  readonly steps: readonly PlayedStep[];
  /** Regrets summed up to each step, in $; zero before the first. */
  readonly regrets: readonly number[];
  readonly sessions: { readonly you: Session; readonly optimum: Session };
  readonly standings: { readonly you: Standing; readonly optimum: Standing };
  /** What the whole day is worth at its start to whoever plays it best, in $. */
  readonly worth: number;
}

/** Steps of the game's day. */
export const STEPS = 60;
/** The paper's market in sixty steps, with fewer orders and a trader who minds risk more. */
export const day = scenario("paper", { steps: STEPS, scale: 48, riskAversion: 0.4 });
let judge: StepJudge | undefined;

/** The day as the reader has played it, by the library's loop, and every step judged exactly. */
export function dayGameModel({ moves, seed }: DayGameValues): DayGameModel {
  judge ??= stepJudge(day);
  const { optimum, best, regret, worth } = judge;
  const { execution } = day.traders.as;
  const tape = drawTape(day.market, day.grid, streams(seed));
  const { session, situation, take } = runningSession(tape, "You", execution);
  const steps = readMoves(moves).map((quote, step): PlayedStep => {
    const { inventory } = situation();
    take(quote);
    return {
      ...{ step, inventory, quote, best: best(step, inventory) },
      regret: regret(step, inventory, quote),
      bought: session.bought[step],
      sold: session.sold[step],
    };
  });
  const sessions = { you: session, optimum: trade(tape, { strategy: optimum, execution }) };
  const regrets = [0];
  for (const { regret } of steps) regrets.push(regrets[regrets.length - 1] + regret);
  return {
    ...{ steps, regrets, sessions },
    standings: {
      you: standing(sessions.you, steps.length),
      optimum: standing(sessions.optimum, steps.length),
    },
    worth: worth(0, 0),
  };
}

/** The moves as text, with so many more steps at the depths of the sliders. */
export function played({ moves, bidDepth, askDepth }: DayGameValues, more: number): string {
  const before = split(moves);
  const free = Math.min(more, STEPS - before.length);
  return [...before, ...Array<string>(free).fill(`${bidDepth}/${askDepth}`)].join(" ");
}

/** The moves as text, without the last. */
export function takenBack({ moves }: DayGameValues): string {
  return split(moves).slice(0, -1).join(" ");
}

function split(moves: string): readonly string[] {
  return moves.split(/\s+/).filter((move) => move !== "");
}

function readMoves(moves: string): readonly Quote[] {
  const action = "build dayGame";
  const list = split(moves);
  checkThat(action, "moves", `at most ${STEPS} steps`, `${list.length}`, list.length <= STEPS);
  return list.map((move, n) => {
    const depths = /^(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/.exec(move);
    const rule = "a bid and an ask depth such as 0.65/0.7";
    checkThat(action, `step ${n + 1} of moves`, rule, move, depths !== null);
    return { bidDepth: Number(depths![1]), askDepth: Number(depths![2]) };
  });
}
