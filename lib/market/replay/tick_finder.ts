import { checkThat } from "../../check.ts";

/**
 * Finds the grid that prices stand on while they stream by.
 *
 * @internal
 */
export interface TickFinder {
  /** Takes a price. */
  readonly add: (price: number) => void;
  /** The largest tick that all prices are whole multiples of; 0 where they are on no grid. */
  readonly tick: () => number;
}

/** Digits that are looked at; more than these, and float rounding has a say. */
const DIGITS = 12;
/** How far from a whole unit rounding alone puts a price. */
const ROUNDING = 5e-3;

/**
 * The greatest common divisor of all prices, in units of the twelfth digit of the first. Prices that are not
 * whole numbers of units, as a market that is drawn has them, are on no grid.
 *
 * @internal
 */
export function tickFinder(): TickFinder {
  let [unit, divisor, last, offGrid] = [NaN, 0, NaN, false];
  return {
    add(price) {
      if (price === last || offGrid) return;
      last = price;
      if (Number.isNaN(unit)) unit = 10 ** (Math.floor(Math.log10(price)) + 1 - DIGITS);
      const exact = price / unit;
      const units = Math.round(exact);
      if (Math.abs(exact - units) > ROUNDING) offGrid = true;
      else if (divisor === 0 || units % divisor !== 0) divisor = greatestCommon(divisor, units);
    },
    tick: () => offGrid ? 0 : Number((divisor * unit).toPrecision(DIGITS)),
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
 *
 * @internal
 */
export function tickOr(found: number, asked: number | undefined): number {
  if (asked === undefined) return found;
  const times = found / asked;
  const fits = times > 0.5 && Math.abs(times - Math.round(times)) < 1e-6 * times;
  const value = `${asked}, ${found === 0 ? "prices on no grid" : `prices on a grid of ${found}`}`;
  checkThat("record a tape", "tick", "one that all prices are whole multiples of", value, fits);
  return asked;
}
