import { checkPositive, checkThat } from "../check.ts";

/** Orders of the largest inventory there may be: what is beyond takes longer to write down than anybody waits. */
const MOST_LOTS = 1_000_000;

/** An amount of units in orders; NaN where it is no whole number of them, but for rounding. */
export function wholeLots(amount: number, orderSize: number): number {
  const lots = Math.round(amount / orderSize);
  const apart = Math.abs(lots * orderSize - amount);
  return apart <= 1e-9 * Math.max(orderSize, Math.abs(amount)) ? lots : NaN;
}

/** The largest inventory in orders; refuses one that is no whole number of them. */
export function lotLimit(action: string, maxInventory: number, orderSize: number): number {
  checkPositive(action, "maxInventory", maxInventory);
  const lots = wholeLots(maxInventory, orderSize);
  checkThat(action, "maxInventory", `a multiple of orderSize ${orderSize}`, maxInventory, lots > 0);
  checkThat(action, "maxInventory / orderSize", `at most ${MOST_LOTS}`, lots, lots <= MOST_LOTS);
  return lots;
}

/** Inventory in orders; refuses one that is no whole number of them. */
export function lotsHeld(inventory: number, orderSize: number): number {
  const lots = wholeLots(inventory, orderSize);
  const rule = `a multiple of the believed orderSize ${orderSize}`;
  checkThat("quote", "inventory", rule, inventory, Number.isFinite(lots));
  return lots;
}
