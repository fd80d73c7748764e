/**
 * The mid-price as trades show it, where there are no quotes: halfway between the last print a buyer
 * took and the last print a seller took. Where the later of the two is through the earlier (a buyer pays
 * less than the last seller got), the earlier is out of date and the later print itself is the mid; so
 * it is before both sides have printed.
 *
 * It knows nothing of quotes that move without a trade, so it lags.
 *
 * @returns A function that takes each print in turn and answers the mid after it, in currency.
 */
export function tradeMid(): (price: number, aggressor: number) => number {
  let [buy, sell] = [NaN, NaN];
  return (price, aggressor) => {
    if (aggressor > 0) {
      buy = price;
      if (!(sell <= price)) sell = price;
    } else {
      sell = price;
      if (!(buy >= price)) buy = price;
    }
    return (buy + sell) / 2;
  };
}
