import { checkFinite, checkKeys, checkNonNegative } from "../check.ts";
import { number } from "../kinds.ts";
import type { Situation, Strategy } from "./strategy.ts";

/**
 * The same strategy, which says what is wrong where it is asked about no situation: a number that is missing would
 * be a depth of NaN, and an end that has passed would turn the lean round.
 */
export function askedInWords(strategy: Strategy): Strategy {
  const { quote, readsPrice, readsTime } = strategy;
  return {
    ...strategy,
    quote(situation) {
      const { timeLeft, midPrice, inventory } = situation ?? {};
      const time = !readsTime || Number.isFinite(timeLeft) && timeLeft >= 0;
      const price = !readsPrice || Number.isFinite(midPrice);
      if (!time || !price || !Number.isFinite(inventory)) refuse(strategy, situation);
      return quote(situation);
    },
  };
}

function refuse({ name, readsPrice, readsTime }: Strategy, situation: Situation): void {
  const action = `quote with ${name}`, record = "situation";
  const known = { time: number, timeLeft: number, midPrice: number, inventory: number };
  checkKeys<Situation>(action, situation, known, record);
  checkFinite(action, `${record}.inventory`, situation.inventory);
  if (readsTime) checkNonNegative(action, `${record}.timeLeft`, situation.timeLeft);
  if (readsPrice) checkFinite(action, `${record}.midPrice`, situation.midPrice);
}
