import { fitIntensity } from "../calibration/fit_intensity.ts";
import { reachInfluence } from "../calibration/reach_influence.ts";
import { stepReaches } from "../calibration/reach_sample.ts";
import { estimateVolatility } from "../calibration/volatility.ts";
import { checkFinite, checkPositive, checkWhole } from "../check.ts";
import { sliceTape } from "../market/slice_tape.ts";
import type { Tape } from "../market/tape.ts";
import { logRatio } from "../numeric/log_ratio.ts";
import { avellanedaStoikov } from "../strategy/avellaneda_stoikov.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { naive } from "../strategy/naive.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { execution, type ExecutionOptions, type Trader } from "../trading/execution.ts";
import { trade } from "../trading/trade.ts";
import type { BacktestTrader } from "./backtest_report.ts";
import { tradeRecorded } from "./trade_recorded.ts";
import type { BacktestWindow, WalkForwardOptions } from "./walk_forward.ts";

/**
 * Calibrates on all steps before a window, and trades the window.
 *
 * @internal
 */
export function backtestWindow(
  action: string,
  tape: Tape,
  from: number,
  to: number,
  options: WalkForwardOptions,
): BacktestWindow {
  const { threshold = 0, limit = 5, rebate = 0.0002, fee = 0.0005, crossingCost = 0 } = options;
  const { orderSize = 1 } = options;
  checkPositive(action, "orderSize", orderSize);
  checkWhole(action, "limit", limit);
  checkFinite(action, "rebate", rebate);
  const past = sliceTape(tape, 0, from);
  const volatility = estimateVolatility(past.midPrice, { dt: tape.grid.dt, gaps: past.gaps });
  const [sample, law] = [stepReaches(past), { likelihood: "exact", threshold } as const];
  const intensity = fitIntensity(sample, law);
  const influence = reachInfluence(sample, law);
  const decay = intensity.decay.value;
  const riskAversion = checkPositive(
    action,
    "riskAversion",
    options.riskAversion ?? decay / (100 * orderSize),
  );
  const halfSpread = logRatio(riskAversion * orderSize, decay);
  const beliefs = {
    riskAversion,
    volatility: volatility.value,
    scale: intensity.scale.value,
    decay,
    orderSize,
  };
  const terms: ExecutionOptions = { rebate, fee, crossingCost, orderSize };
  const limited = execution({
    ...terms,
    limit: limit * orderSize,
    breach: "cross-one",
    minimumDepth: 0,
  });
  const traders: Record<BacktestTrader, Trader> = {
    naive: { strategy: naive({ halfSpread }), execution: execution(terms) },
    as: { strategy: avellanedaStoikov(beliefs), execution: limited },
    glft: {
      strategy: inWholeOrders(
        gueantLehalle({ ...beliefs, maxInventory: limit * orderSize }),
        orderSize,
      ),
      execution: limited,
    },
  };
  const believed = { from, to, volatility, intensity, influence, riskAversion, halfSpread };
  const { market, rules } = options;
  if (market === undefined) {
    const future = sliceTape(tape, from, to);
    const sessions = {
      naive: trade(future, traders.naive),
      as: trade(future, traders.as),
      glft: trade(future, traders.glft),
    };
    return { ...believed, sessions, causes: null };
  }
  const recorded = (name: BacktestTrader) =>
    tradeRecorded(tape, market, [from, to], traders[name], rules);
  const [first, second, third] = [recorded("naive"), recorded("as"), recorded("glft")];
  return {
    ...believed,
    sessions: { naive: first.session, as: second.session, glft: third.session },
    causes: { naive: first.causes, as: second.causes, glft: third.causes },
  };
}

/** A strategy that knows whole orders alone, on an inventory that recorded fills may leave in parts of one. */
function inWholeOrders(strategy: Strategy, orderSize: number): Strategy {
  const { quote } = strategy;
  const whole = (inventory: number) => orderSize * Math.round(inventory / orderSize);
  return {
    ...strategy,
    quote: (situation) => quote({ ...situation, inventory: whole(situation.inventory) }),
  };
}
