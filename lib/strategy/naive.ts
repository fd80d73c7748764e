import { checkFinite, checkKeys } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import type { Strategy } from "./strategy.ts";

/** Parameters of {@linkcode naive}. */
export interface NaiveOptions {
  /** Depth of both quotes, in currency; negative quotes through the mid. */
  readonly halfSpread: number;
}

/**
 * The naive market maker: a fixed half-spread on both sides of the mid, whatever it holds.
 *
 * In the scenario `paper` this is the "symmetric" strategy of Avellaneda and Stoikov (2008), section 3.3.
 *
 * @param options The half-spread.
 * @returns The strategy.
 * @throws {RangeError} Where the half-spread is not finite.
 *
 * @example
 * ```ts
 * import { naive } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { quote } = naive({ halfSpread: 0.65 });
 * const depths = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: -12 });
 * assertEquals(depths, { bidDepth: 0.65, askDepth: 0.65 });
 * ```
 */
export function naive(options: NaiveOptions): Strategy {
  checkKeys<NaiveOptions>("build naive", options, { halfSpread: true });
  const { halfSpread } = options;
  checkFinite("build naive", "halfSpread", halfSpread);
  const depths = { bidDepth: halfSpread, askDepth: halfSpread };
  return askedInWords({
    name: "Naive",
    family: "naive",
    readsPrice: false,
    readsTime: false,
    quote: () => depths,
  });
}
