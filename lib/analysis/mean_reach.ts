import { studentQuantile } from "../numeric/student_quantile.ts";

/**
 * How many standard errors the interval of a mean reaches to either side, with so many values behind it:
 * Student's quantile with one degree of freedom less than values. Two values or one say nothing that
 * deserves the name of an interval, so they get null.
 */
export function meanReach(count: number, confidence = 0.95): number | null {
  return count < 3 ? null : studentQuantile((1 + confidence) / 2, count - 1);
}
