import { maybe, number } from "../kinds.ts";
import { checkKeys, checkPositive, checkThat, checkWhole } from "../check.ts";
import { type InvertedLaw, invertTransform } from "../numeric/fourier_inversion.ts";
import type { PolicyTableOptions, TraderOrTable } from "../trading/policy_table.ts";
import { checkSetting, type Setting } from "../trading/setting.ts";
import { momentsAndTable } from "./exact_moments.ts";
import { gaussianStep } from "./gaussian_step.ts";
import type { ExactMoments } from "./moments_recorder.ts";
import { profitTransform } from "./profit_transform.ts";

/** How finely {@linkcode exactLaw} resolves. */
export interface ExactLawOptions extends PolicyTableOptions {
  /** Half the width of the interval on which the law is resolved, in deviations of profit. @default {20} */
  readonly deviations?: number;
  /**
   * Where the sum ends: once |φ| stays below it. Transitions a ten-thousandth as likely are left out.
   * 1e-5 is enough for a chart, and several times as fast. @default {1e-13}
   */
  readonly tolerance?: number;
  /** Most frequencies to spend. @default {4096} */
  readonly maxFrequencies?: number;
}

/** The whole law of a policy's profit. */
export interface ExactLaw extends InvertedLaw {
  /** The strategy's name. */
  readonly name: string;
  /** Mean and deviation of the same law, from the recursion of `exactMoments`. */
  readonly moments: ExactMoments;
  /** How many frequencies were summed. */
  readonly frequencies: number;
  /**
   * Modulus of the characteristic function where the sum ends: a bound on what the ripples of the density
   * leave out. It stays large only where profit has atoms, as in a session that may end without a fill.
   */
  readonly unresolved: number;
  /** Smallest and largest probability whose quantile is known. */
  readonly known: readonly [number, number];
  /** Whether rebates or fees are there, and so were taken at the initial mid-price. */
  readonly feesAtInitialPrice: boolean;
}

/**
 * The exact law of a policy's profit: density, distribution and quantiles.
 *
 * Given the inventory, a step multiplies E[e^{iuY}; q] by the phases of what was earned and by the
 * characteristic function of q·ΔS. The law follows by one Fourier inversion. Rebates and fees that are
 * shares of the price are taken at the initial mid-price: with the price itself they have no such law.
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a policy table.
 * @param options How finely.
 * @returns The law.
 * @throws {TypeError} Where there is no such trader, the strategy reads the price, or the price's steps are
 * not normal and the same at every price.
 * @throws {RangeError} Where an option is out of its range, or profit has no deviation; a quantile, where the
 * law is not known so finely: atoms of profit leave ripples, and rare sessions lie beyond the range.
 *
 * @example The median, and how often the paper's inventory strategy loses money
 * ```ts
 * import { exactLaw, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertLess } from "@std/assert";
 *
 * const { quantile, distribution } = exactLaw(scenario("paper"), "as");
 * assertAlmostEquals(distribution(quantile(0.5)), 0.5, 1e-12);
 * assertLess(distribution(0), 1e-6);
 * ```
 */
export function exactLaw<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: ExactLawOptions = {},
): ExactLaw {
  const action = "take exactLaw";
  checkSetting(action, setting);
  checkKeys<ExactLawOptions>(action, options, {
    deviations: true,
    tolerance: true,
    maxFrequencies: true,
    maxLots: maybe(number),
  });
  const { deviations = 20, tolerance = 1e-13, maxFrequencies = 4096, maxLots } = options;
  checkPositive(action, "deviations", deviations);
  checkPositive(action, "tolerance", tolerance);
  checkWhole(action, "maxFrequencies", maxFrequencies, 2);
  const { market: { price }, grid } = setting;
  gaussianStep(action, price, grid.dt);
  const { table, moments } = momentsAndTable(action, setting, trader, {
    feesAt: "initial",
    maxLots,
  });
  checkPositive(action, "deviation of profit", moments.sd);
  const { mean: centre, sd } = moments;
  const frequencyStep = Math.PI / (deviations * sd);
  const negligible = tolerance * 1e-4;
  const transform = profitTransform({ table, price, negligible, frequencyStep, centre });

  const real: number[] = [];
  const imaginary: number[] = [];
  const sizes: number[] = [];
  // Eight small values in a row: a single one may be a zero that the function passes through.
  const died = () => sizes.length > 8 && sizes.slice(-8).every((size) => size < tolerance);
  while (sizes.length < maxFrequencies && !died()) {
    const [re, im] = transform();
    real.push(re);
    imaginary.push(im);
    sizes.push(Math.hypot(re, im));
  }
  const { rebate, fee } = table.execution;
  const unresolved = Math.max(...sizes.slice(-8));
  const inverted = invertTransform({ frequencyStep, centre, real, imaginary });
  return {
    ...inverted,
    ...quantileWithin(inverted, 10 * unresolved / sizes.length),
    name: table.name,
    moments,
    frequencies: sizes.length,
    unresolved,
    feesAtInitialPrice: rebate !== 0 || fee !== 0,
  };
}

/** Probabilities below it are lost in rounding. */
const SMALLEST = 1e-12;
/** The share of the range, from its middle, where one tail does not yet lie upon the other. */
const INSIDE = 0.9;

/**
 * Quantiles where the distribution is known so finely: not among the ripples that the end of the sum leaves, nor at
 * the ends of the period, where one tail lies upon the other.
 */
function quantileWithin(
  { range, quantile, distribution }: InvertedLaw,
  ripples: number,
): Pick<ExactLaw, "quantile" | "known"> {
  const action = "take quantile", least = Math.max(SMALLEST, ripples);
  const half = (range[1] - range[0]) / 2, centre = range[0] + half;
  const known = [
    Math.max(least, distribution(centre - INSIDE * half)),
    Math.min(1 - least, distribution(centre + INSIDE * half)),
  ] as const;
  const within = (p: number) => {
    const x = quantile(p), tail = Math.min(p, 1 - p);
    const fine = `at least ${+least.toPrecision(2)} from 0 and 1, as the law is known no finer`;
    checkThat(action, "p", fine, p, tail >= least);
    const inside = "of a tail within nine tenths of the range: more deviations widen it";
    checkThat(action, "p", inside, p, Math.abs(x - centre) < INSIDE * half);
    return x;
  };
  return { quantile: within, known };
}
