import type { VolatilityEstimate } from "./volatility.ts";

/** With fewer changes than this a few of them always carry σ. */
const MANY = 30;
/** A price that is a mistake makes two changes: there and back. */
const FEW = 4;

/** As n normal changes share their squares, n/κ of one size would: what is to be said where these are few. */
export function fewChanges({ changes, kurtosis }: VolatilityEstimate): readonly string[] {
  const carriers = changes / kurtosis;
  return changes >= MANY && carriers < FEW
    ? [
      `Warning: about ${
        Math.max(1, Math.round(carriers))
      } of ${changes} changes of the mid carry σ: ` +
      "is a price among them a mistake?",
    ]
    : [];
}
