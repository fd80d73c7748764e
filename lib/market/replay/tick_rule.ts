/** The tick rule: a price above the last different one was bought, one below it sold. */
export interface TickRule {
  /** The side of the next trade, 0 until the price has changed; `said` is what the file says, 0 where nothing. */
  readonly sideOf: (price: number, said: number) => number;
  /** How often it could be compared with the file, and how often it was wrong. */
  readonly compared: () => { readonly trades: number; readonly wrong: number };
}

/** Makes a tick rule with a memory of the last prices. */
export function tickRule(): TickRule {
  let [last, side, trades, wrong] = [NaN, 0, 0, 0];
  return {
    sideOf(price, said) {
      if (price > last) side = 1;
      else if (price < last) side = -1;
      last = price;
      if (side !== 0 && said !== 0) {
        trades++;
        if (side !== said) wrong++;
      }
      return side;
    },
    compared: () => ({ trades, wrong }),
  };
}
