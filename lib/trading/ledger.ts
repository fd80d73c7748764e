import type { Execution } from "./execution.ts";

/** What one step's executions did to the books: the terms of the P&L identity but the inventory's gain. */
export interface Booking {
  /** Change of cash, in currency. */
  readonly cash: number;
  /** Spread earned by fills: depth × quantity, in currency. */
  readonly spread: number;
  /** Maker rebates, in currency. */
  readonly rebate: number;
  /** Taker fees, in currency; positive when paid. */
  readonly fee: number;
  /** Crossing costs of marketable orders, in currency; positive when paid. */
  readonly crossing: number;
}

/** Executions of one step, in units; what did not happen is 0. */
export interface Executions {
  /** Mid-price S_n, in currency. */
  readonly midPrice: number;
  /** Units that our bid bought, at `bidDepth` below the mid. */
  readonly bought: number;
  /** Units that our ask sold, at `askDepth` above the mid. */
  readonly sold: number;
  /** Bid depth, in currency; looked at where something was bought. */
  readonly bidDepth: number;
  /** Ask depth, in currency; looked at where something was sold. */
  readonly askDepth: number;
  /** Units crossed as a taker, signed: positive bought, negative sold. */
  readonly crossed: number;
  /** What a crossed unit pays beyond the mid, in currency. */
  readonly crossingCost: number;
}

/**
 * Books one step's executions: the only arithmetic on cash there is.
 *
 * Rebates and fees are shares of the signed notional, execution price × quantity, so they are linear in
 * the price; where the price is below zero a rebate turns into a cost.
 */
export function book(executions: Executions, { rebate, fee }: Execution): Booking {
  const { midPrice, bought, sold, crossed } = executions;
  const bidDepth = bought === 0 ? 0 : executions.bidDepth;
  const askDepth = sold === 0 ? 0 : executions.askDepth;
  const paid = bought * (midPrice - bidDepth);
  const received = sold * (midPrice + askDepth);
  const crossedUnits = Math.abs(crossed);
  const crossing = crossedUnits * executions.crossingCost;
  const crossedValue = crossed * midPrice + crossing;
  const takerNotional = crossed < 0 ? -crossedValue : crossedValue;
  const rebates = rebate * (paid + received);
  const fees = fee * takerNotional;
  return {
    cash: received - paid + rebates - crossedValue - fees,
    spread: bought * bidDepth + sold * askDepth,
    rebate: rebates,
    fee: fees,
    crossing,
  };
}
