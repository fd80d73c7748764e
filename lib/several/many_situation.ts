import { checkFinite, checkKeys, checkThat } from "../check.ts";
import { numberOf } from "../plural.ts";
import type { Quote } from "../strategy/strategy.ts";

/** What a market maker of several assets sees when it quotes. */
export interface ManySituation {
  /** Time left τ = T − t until the session's end; 0 … horizon. */
  readonly timeLeft: number;
  /** Inventories, in units, one an asset. */
  readonly inventories: readonly number[];
}

/** A market maker of several assets. */
export interface ManyStrategy {
  /** The strategy's name, for tables and charts. */
  readonly name: string;
  /** Bid and ask depth of every asset in a situation, in currency. */
  readonly quote: (situation: ManySituation) => readonly Quote[];
}

/**
 * The inventories that a strategy for several assets is asked about; refuses what is no situation, and numbers that
 * are missing.
 */
export function inventoriesOf(
  name: string,
  situation: ManySituation,
  count: number,
): readonly number[] {
  const action = `quote with ${name}`, record = "situation";
  checkKeys<ManySituation>(action, situation, { timeLeft: true, inventories: true }, record);
  return checkInventories(action, situation.inventories, count);
}

/** Refuses anything but so many finite numbers, one an asset. */
export function checkInventories(
  action: string,
  inventories: readonly number[],
  count: number,
  name = "inventories",
): readonly number[] {
  const right = Array.isArray(inventories) && inventories.length === count;
  checkThat(
    action,
    name,
    `a list of ${numberOf(count, "number")}, one an asset`,
    inventories,
    right,
  );
  inventories.forEach((held, i) => checkFinite(action, `${name}[${i}]`, held));
  return inventories;
}
