import type { Quote, Situation, Strategy } from "../strategy/strategy.ts";

/**
 * Refuses a strategy that looks at the clock or the price and says that it does not: a table would hold what
 * it does at one time and one price for all of them, and everything exact would be wrong in silence.
 *
 * One that answers the same question in two ways is refused too: nothing exact can be said of it.
 *
 * It is asked again in the middle of the session and in its last step, where it says that it reads no time,
 * and at a low and at a high price. What changes in between only can still deceive.
 *
 * @param action What cannot be done.
 * @param strategy The strategy; one that says that it reads no price.
 * @param situation Where it has answered, at the session's start.
 * @param quote What it answered there.
 * @throws {TypeError} Where another answer comes.
 */
export function checkFlags(
  action: string,
  { name, readsTime, quote: ask }: Strategy,
  situation: Situation,
  quote: Quote,
): void {
  const differs = (changes: Partial<Situation>): boolean => {
    const { bidDepth, askDepth } = ask({ ...situation, ...changes }) ?? {};
    return !Object.is(bidDepth, quote.bidDepth) || !Object.is(askDepth, quote.askDepth);
  };
  const refuseIf = (changed: boolean, fault: string) => {
    if (!changed) return;
    const why = differs({})
      ? "answers one question in two ways, by chance or by what it did before"
      : fault;
    throw new TypeError(`Cannot ${action} as ${name} ${why}`);
  };
  const horizon = situation.timeLeft;
  const late = [0.5, 1 - 1e-6].map((share) => (
    { time: share * horizon, timeLeft: (1 - share) * horizon }
  ));
  refuseIf(!readsTime && late.some(differs), "reads the time, and its readsTime is false");
  const prices = [1e-3, 1e6].map((midPrice) => ({ midPrice }));
  refuseIf(prices.some(differs), "reads the mid-price, and its readsPrice is false");
}
