import { avellanedaStoikov } from "../../strategy/avellaneda_stoikov.ts";
import { gueantLehalle } from "../../strategy/gueant_lehalle.ts";
import { quoteCentre, type Strategy } from "../../strategy/strategy.ts";

/** What the controls of the lean explorer are set to. */
export interface LeanExplorerValues {
  /** Risk aversion γ, in 1/$; 0.001 to 1. @default {0.1} */
  readonly riskAversion: number;
  /** Volatility σ, in $/√day; 0.5 to 5. @default {2} */
  readonly volatility: number;
  /** Scale A of the intensity, in orders a day; 10 to 300. @default {140} */
  readonly scale: number;
  /** Decay k of the intensity with depth, in 1/$; 0.5 to 4. @default {1.5} */
  readonly decay: number;
  /** Time left T − t, in days; 0 to 1. @default {0.5} */
  readonly timeLeft: number;
  /** Charge b·q² for what is held at the end, in $; 0 to 1. @default {0} */
  readonly endPenalty: number;
}

/** The rules that are compared. */
export type LeaningRule = "clock" | "saturating" | "exact";

/** The numbers of the lean explorer. */
export interface LeanExplorerModel {
  readonly values: LeanExplorerValues;
  readonly timesLeft: readonly number[];
  /** How far one unit moves the centre of the quotes, in $, by rule, at every time left. */
  readonly leans: Readonly<Record<LeaningRule, readonly number[]>>;
  readonly inventories: readonly number[];
  /** Bid depth by rule at the chosen time, at every inventory, in $. */
  readonly bids: Readonly<Record<LeaningRule, readonly number[]>>;
  /** Lean of a unit at the chosen time, by rule, in $. */
  readonly now: Readonly<Record<LeaningRule, number>>;
}

const TIMES = Array.from({ length: 101 }, (_, i) => i / 100);
const HELD = Array.from({ length: 17 }, (_, i) => i - 8);
const MID = 100;

/** Avellaneda–Stoikov by the clock, with the saturating lean, and the exact optimum. */
export function leanExplorerModel(values: LeanExplorerValues): LeanExplorerModel {
  const { riskAversion, volatility, scale, decay, timeLeft, endPenalty } = values;
  const beliefs = { riskAversion, volatility, decay };
  const rules: Readonly<Record<LeaningRule, Strategy>> = {
    clock: avellanedaStoikov(beliefs),
    saturating: avellanedaStoikov({ ...beliefs, timeLeft: { saturating: scale, endPenalty } }),
    exact: gueantLehalle({
      ...beliefs,
      scale,
      maxInventory: 20,
      terminalPenalty: (units) => endPenalty * units * units,
    }),
  };
  const each = <T>(of: (strategy: Strategy) => T): Record<LeaningRule, T> => ({
    clock: of(rules.clock),
    saturating: of(rules.saturating),
    exact: of(rules.exact),
  });
  const quoteAt = ({ quote }: Strategy, left: number, inventory: number) =>
    quote({ time: 1 - left, timeLeft: left, midPrice: MID, inventory });
  const leanAt = (strategy: Strategy, left: number): number =>
    MID - quoteCentre(MID, quoteAt(strategy, left, 1));
  return {
    values,
    timesLeft: TIMES,
    leans: each((strategy) => TIMES.map((left) => leanAt(strategy, left))),
    inventories: HELD,
    bids: each((strategy) => HELD.map((held) => quoteAt(strategy, timeLeft, held).bidDepth)),
    now: each((strategy) => leanAt(strategy, timeLeft)),
  };
}
