import { checkFinite, checkKeys, checkThat } from "../check.ts";
import type { ManySituation } from "./gueant_lehalle_many.ts";

/**
 * The inventories that a strategy for several assets is asked about; refuses what is no situation, and numbers that
 * are missing.
 *
 * @internal
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

/** Refuses anything but so many finite numbers. */
export function checkInventories(
  action: string,
  inventories: readonly number[],
  count: number,
): readonly number[] {
  const right = Array.isArray(inventories) && inventories.length === count;
  checkThat(action, "inventories", `a list of ${count} numbers`, inventories, right);
  inventories.forEach((held, i) => checkFinite(action, `inventories[${i}]`, held));
  return inventories;
}
