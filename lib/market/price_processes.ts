import { arithmeticBrownian } from "./arithmetic_brownian.ts";
import { geometricBrownian } from "./geometric_brownian.ts";
import { ornsteinUhlenbeck } from "./ornstein_uhlenbeck.ts";

/** What a scenario calls its price process. */
export type PriceName = "arithmetic" | "geometric" | "ornstein-uhlenbeck";

/** The price processes by the words that scenarios and command lines call them. */
export const priceProcesses = {
  "arithmetic": arithmeticBrownian,
  "geometric": geometricBrownian,
  "ornstein-uhlenbeck": ornsteinUhlenbeck,
} as const satisfies Readonly<Record<PriceName, unknown>>;
