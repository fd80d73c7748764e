import { checkFinite, checkKeys, checkThat } from "../check.ts";
import { numberOf } from "../plural.ts";
import { listOf } from "../kinds.ts";
import type { Quote } from "../strategy/strategy.ts";
import { type Execution, execution, executionKind } from "../trading/execution.ts";
import { checkQuote } from "../trading/standing.ts";

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
  return checkEach(action, situation.inventories, count);
}

/** What a strategy answers to a situation: as many quotes as assets, each of which a book could hold. */
export function quotesOf(
  { name, quote }: ManyStrategy,
  situation: ManySituation,
): readonly Quote[] {
  const count = situation.inventories.length;
  const quotes = quote(situation);
  const answered = Array.isArray(quotes) && quotes.length === count;
  checkThat(`quote with ${name}`, "its answer", `${count} quotes, one an asset`, quotes, answered);
  quotes.forEach((each) => checkQuote(name, each));
  return quotes;
}

/** Refuses anything but so many finite numbers, one an asset. */
export function checkEach(
  action: string,
  list: readonly number[],
  count: number,
  name = "inventories",
): readonly number[] {
  const rule = `a list of ${numberOf(count, "number")}, one an asset`;
  checkThat(action, name, rule, list, Array.isArray(list) && list.length === count);
  list.forEach((value, i) => checkFinite(action, `${name}[${i}]`, value));
  return list;
}

/** Terms of execution, one an asset; without any, no fees, no limit and orders of one unit. */
export function termsOfEach(
  action: string,
  terms: readonly Execution[] | undefined,
  count: number,
): readonly Execution[] {
  if (terms === undefined) return Array.from({ length: count }, () => execution());
  listOf("terms of execution", executionKind)(action, "terms", terms);
  checkThat(action, "terms", `${count}, one an asset`, terms, terms.length === count);
  return terms;
}
