import { plural } from "../plural.ts";
import { checkPositive } from "../check.ts";

/**
 * What a ratio of one step is multiplied by, and the words that say so beside it.
 */
export function annualised(
  action: string,
  periods: number | undefined,
): { readonly factor: (steps: number) => number; readonly words: string } {
  if (periods === undefined) return { factor: () => Math.sqrt(252), words: "per step × √252" };
  checkPositive(action, "periods", periods);
  return {
    factor: (steps) => Math.sqrt(steps) * Math.sqrt(periods),
    words: `per step × √steps × √${periods} ${plural("session", periods)} a year`,
  };
}
