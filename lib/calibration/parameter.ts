import { normalQuantile } from "../numeric/normal_quantile.ts";

/** An estimated parameter that is above zero. */
export interface FittedParameter {
  /** The estimate, in the parameter's unit. */
  readonly value: number;
  /** Its standard error, in the same unit. */
  readonly standardError: number;
  /** Confidence interval, symmetric on the logarithmic scale: value·exp(∓z·se/value). */
  readonly interval: readonly [number, number];
}

/** A positive parameter with the interval that its logarithm's standard error gives. */
export function positiveParameter(
  value: number,
  logError: number,
  confidence: number,
): FittedParameter {
  const reach = quantileOf(confidence) * logError;
  return {
    value,
    standardError: value * logError,
    interval: [value * Math.exp(-reach), value * Math.exp(reach)],
  };
}

/** How many standard errors an interval of this confidence reaches to either side. */
export function quantileOf(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}
