import { checkThat } from "../../check.ts";

/** Prices off the grid that nearly all others are on: odd lots, prints between the ticks, or mistakes. */
export interface StrayPrices {
  /** How many there are. */
  readonly count: number;
  /** Among so many; each price counts when it comes after another. */
  readonly of: number;
  /** The tick of the others, in currency. */
  readonly tick: number;
}

/** Digits that are looked at; more than these, and float rounding has a say. */
const DIGITS = 12;
/** How far from a whole unit rounding alone puts a price. */
const ROUNDING = 5e-3;
/** Prices that are kept one by one for their grid; later ones are held against the tick so far. */
const SAMPLE = 20_000;
/** A smaller share than this is few, among so many at least. */
const [FEW, MANY] = [0.01, 100];
/** How much coarser than the tick of all prices that of nearly all is looked for. */
const COARSER = [1000, 500, 200, 100, 50, 25, 20, 10, 5, 4, 2];

/**
 * Finds the grid that prices stand on while they stream by: the greatest common divisor of all prices, in units of the twelfth digit of the first. Prices that are not
 * whole numbers of units, as a market that is drawn has them, are on no grid.
 */
export function tickFinder() {
  let [unit, divisor, last, offGrid, seen] = [NaN, 0, NaN, 0, 0];
  const sample = new Map<number, number>();
  const late = { divisor: 0, count: 0 };
  const priceOf = (units: number) => Number((units * unit).toPrecision(DIGITS));
  return {
    /** Takes a price. */
    add(price: number): void {
      if (price === last) return;
      last = price;
      seen++;
      if (Number.isNaN(unit)) unit = 10 ** (Math.floor(Math.log10(price)) + 1 - DIGITS);
      const exact = price / unit;
      const units = Math.round(exact);
      if (Math.abs(exact - units) > ROUNDING) {
        offGrid++;
        return;
      }
      if (seen <= SAMPLE) sample.set(units, (sample.get(units) ?? 0) + 1);
      if (divisor === 0 || units % divisor !== 0) {
        if (seen > SAMPLE && late.divisor === 0) late.divisor = divisor;
        divisor = greatestCommon(divisor, units);
      }
      if (late.divisor > 0 && units % late.divisor !== 0) late.count++;
    },
    /** The largest tick that all prices are whole multiples of; 0 where they are on no grid. */
    tick: (): number => offGrid > 0 ? 0 : priceOf(divisor),
    /** The few prices, if any, that alone make the tick smaller than it is for all others. */
    strays(): StrayPrices | null {
      const few = (count: number, of: number, tick: number) =>
        of >= MANY && count > 0 && count < FEW * of ? { count, of, tick: priceOf(tick) } : null;
      if (offGrid > 0) return few(offGrid, seen, divisor);
      if (late.divisor > 0) return few(late.count, seen, late.divisor);
      const off = (tick: number) =>
        [...sample].reduce((sum, [units, times]) => sum + (units % tick === 0 ? 0 : times), 0);
      const of = Math.min(seen, SAMPLE);
      return COARSER.reduce<StrayPrices | null>(
        (found, times) => found ?? few(off(divisor * times), of, divisor * times),
        null,
      );
    },
  };
}

function greatestCommon(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/**
 * The tick asked for, where all prices are on it, else the one found.
 *
 * @throws {TypeError} Where prices are not whole multiples of the one asked for.
 */
export function tickOr(found: number, asked: number | undefined): number {
  if (asked === undefined) return found;
  const times = found / asked;
  const fits = times > 0.5 && Math.abs(times - Math.round(times)) < 1e-6 * times;
  const value = `${asked}, ${found === 0 ? "prices on no grid" : `prices on a grid of ${found}`}`;
  checkThat("record a tape", "tick", "one that all prices are whole multiples of", value, fits);
  return asked;
}
