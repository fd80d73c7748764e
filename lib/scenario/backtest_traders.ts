import { avellanedaStoikov } from "../strategy/avellaneda_stoikov.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { naive } from "../strategy/naive.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { execution, type Trader } from "../trading/execution.ts";
import type { TraderName } from "./named_traders.ts";
import { policyOf } from "./policy_builders.ts";
import { type Scenario, scenario } from "./scenario.ts";

/** Who trades a backtest where nobody is named. */
export const backtestTraders: readonly TraderName[] = ["naive", "as", "glft"];

/** What a window's traders know and trade on. */
interface WindowTerms {
  /** What was fitted on the past, sides of their own where the data ask for it. */
  readonly beliefs: {
    readonly riskAversion: number;
    readonly volatility: number;
    readonly scale: { readonly bid: number; readonly ask: number };
    readonly decay: { readonly bid: number; readonly ask: number };
    readonly orderSize: number;
  };
  /** Scale and decay of both sides together. */
  readonly pooled: { readonly scale: number; readonly decay: number };
  /** Naive's half-spread, in currency. */
  readonly halfSpread: number;
  /** Fees, crossing cost, and the limit in orders. */
  readonly terms: {
    readonly rebate: number;
    readonly fee: number;
    readonly crossingCost: number;
    readonly limit: number;
  };
  /** Mid-price at the window's start, in currency. */
  readonly initialPrice: number;
  /** The window's clock. */
  readonly grid: { readonly steps: number; readonly dt: number };
}

/**
 * The traders of a window, by name. Naive, AS and GLFT believe each side's own intensity; the rest of the table
 * believes a whole market, the one that was fitted with both sides pooled.
 */
export function tradersOn(
  names: readonly TraderName[],
  { beliefs, pooled, halfSpread, terms, initialPrice, grid: { steps, dt } }: WindowTerms,
): Readonly<Record<string, Trader>> {
  const { riskAversion, volatility, orderSize } = beliefs;
  const { rebate, fee, crossingCost } = terms;
  const limit = terms.limit * orderSize;
  const own = { rebate, fee, crossingCost, orderSize };
  const limited = execution({ ...own, limit, breach: "cross-one", minimumDepth: 0 });
  let fitted: Scenario | undefined;
  const traderNamed = (name: TraderName): Trader => {
    if (name === "naive") return { strategy: naive({ halfSpread }), execution: execution(own) };
    if (name === "as") return { strategy: avellanedaStoikov(beliefs), execution: limited };
    fitted ??= scenario("readme", {
      ...{ riskAversion, volatility, ...pooled, fills: "exact", halfSpread, initialPrice },
      ...{ horizon: steps * dt, steps, spread: "paper", timeLeft: "clock" },
      ...{ ...own, limit, breach: "cross-one", minimumDepth: 0 },
    });
    const strategy = name === "glft"
      ? gueantLehalle({ ...beliefs, maxInventory: limit })
      : policyOf(fitted, name).strategy;
    return { strategy: inWholeOrders(strategy, orderSize), execution: limited };
  };
  return Object.fromEntries(names.map((name) => [name, traderNamed(name)]));
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
