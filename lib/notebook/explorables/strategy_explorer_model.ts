import { sampleMoments } from "../../analysis/sample_moments.ts";
import { drawTape } from "../../market/draw.ts";
import { streams } from "../../random/streams.ts";
import { scenario } from "../../scenario/scenario.ts";
import { exactMoments } from "../../theory/exact_moments.ts";
import type { Trader } from "../../trading/execution.ts";
import type { Session } from "../../trading/session.ts";
import { trade } from "../../trading/trade.ts";
import { type Standing, standing } from "./session_player_model.ts";
import { writtenStrategy } from "./written_strategy.ts";

/** What the controls of the strategy explorer are set to. */
export interface StrategyExplorerValues {
  /**
   * Lines that name numbers, among them `bidDepth` and `askDepth`, in $. They may use `inventory`, `midPrice`, `step`,
   * `time` and `timeLeft`, the beliefs `riskAversion`, `volatility`, `scale` and `decay`, names of lines above, and
   * functions such as `exp` and `max`.
   * @default {0.65 on both sides, leaning by 0.05 a unit}
   */
  readonly rule: string;
  /** The scenario whose market and terms both trade in. @default {"readme"} */
  readonly market: "readme" | "toxic";
  /** Seed of the tape; a whole number >= 0. @default {1} */
  readonly seed: number;
}

/** Mean and deviation of a day's profit. */
export interface DaysMoments {
  readonly mean: number;
  readonly sd: number;
  /** Days they were estimated from; none where they are exact. */
  readonly days?: number;
}

/** Two traders on one tape and over all days. */
export interface StrategyExplorerModel {
  readonly sessions: { readonly yours: Session; readonly as: Session };
  readonly standings: { readonly yours: Standing; readonly as: Standing };
  readonly moments: { readonly yours: DaysMoments; readonly as: DaysMoments };
}

/** Days that stand for all where depths read the price, and nothing exact is known. */
const DAYS = 200;

/** The reader's rule beside Avellaneda–Stoikov, on the same tape and the same terms. */
export function strategyExplorerModel(
  { rule, market: name, seed }: StrategyExplorerValues,
): StrategyExplorerModel {
  const setting = scenario(name);
  const { market, grid, parameters: { riskAversion, volatility, scale, decay }, traders } = setting;
  const beliefs = { riskAversion, volatility, scale, decay };
  const { execution } = traders.as;
  const yours = { strategy: writtenStrategy(rule, { dt: grid.dt, beliefs }), execution };
  const tape = drawTape(market, grid, streams(seed));
  const momentsOf = (trader: Trader): DaysMoments => {
    if (!trader.strategy.readsPrice) return exactMoments(setting, trader);
    const profits = Array.from({ length: DAYS }, (_, path) => {
      const { wealth } = trade(drawTape(market, grid, streams("days"), path), trader);
      return wealth[grid.steps] - wealth[0];
    });
    const { mean, sd } = sampleMoments(profits);
    return { mean, sd: sd!, days: DAYS };
  };
  const both = <T>(of: (trader: Trader) => T) => ({ yours: of(yours), as: of(traders.as) });
  const sessions = both((trader) => trade(tape, trader));
  return {
    sessions,
    standings: {
      yours: standing(sessions.yours, grid.steps),
      as: standing(sessions.as, grid.steps),
    },
    moments: both(momentsOf),
  };
}
