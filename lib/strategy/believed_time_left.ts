import { checkNonNegative, checkThat } from "../check.ts";
import type { HorizonRule } from "./horizon.ts";

/**
 * The finite rules as a function of the time left; checked once.
 *
 * @internal
 */
export function believedTimeLeft(
  action: string,
  rule: Exclude<HorizonRule, { readonly infinite: number }>,
): (timeLeft: number) => number {
  if (rule === "clock") return (timeLeft) => timeLeft;
  checkThat(
    action,
    "timeLeft",
    '"clock", { floor }, { constant } or { infinite }',
    rule,
    typeof rule === "object" && rule !== null && ("floor" in rule || "constant" in rule),
  );
  if ("floor" in rule) {
    const floor = checkNonNegative(action, "timeLeft.floor", rule.floor);
    return (timeLeft) => Math.max(timeLeft, floor);
  }
  const constant = checkNonNegative(action, "timeLeft.constant", rule.constant);
  return () => constant;
}
