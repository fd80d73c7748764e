import { arithmeticBrownian } from "./arithmetic_brownian.ts";
import { geometricBrownian } from "./geometric_brownian.ts";
import { ornsteinUhlenbeck } from "./ornstein_uhlenbeck.ts";
import type { PriceProcess } from "./price_process.ts";

/** What a scenario calls its price process. */
export type PriceName = "arithmetic" | "geometric" | "ornstein-uhlenbeck";

/** What a scenario says of its price; each process takes what it knows. */
export interface PriceWords {
  readonly initialPrice: number;
  readonly volatility: number;
  readonly drift: number;
  readonly pull: number;
  /** The level that it is pulled to; null for where it starts. */
  readonly meanLevel: number | null;
}

/** The price processes by the words that scenarios and command lines call them. */
export const priceProcesses: Readonly<Record<PriceName, (words: PriceWords) => PriceProcess>> = {
  "arithmetic": ({ initialPrice, volatility, drift }) =>
    arithmeticBrownian({ initialPrice, volatility, drift }),
  "geometric": ({ initialPrice, volatility, drift }) =>
    geometricBrownian({ initialPrice, volatility, drift }),
  "ornstein-uhlenbeck": ({ initialPrice, volatility, pull, meanLevel }) =>
    ornsteinUhlenbeck({ initialPrice, volatility, pull, meanLevel: meanLevel ?? initialPrice }),
};
