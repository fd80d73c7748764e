/**
 * The checks that every constructor makes once, at the door.
 *
 * A message says what could not be done, what must hold, and the value that was given.
 *
 * @module
 */

function refuse(action: string, name: string, rule: string, value: unknown): never {
  const ErrorClass = typeof value === "number" ? RangeError : TypeError;
  throw new ErrorClass(
    `Cannot ${action} as ${name} must be ${rule}: current value is ${show(value)}`,
  );
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return Array.isArray(value) ? `[${value}]` : String(value);
}

/** Refuses anything but a finite number. */
export function checkFinite(action: string, name: string, value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    refuse(action, name, "a finite number", value);
  }
  return value;
}

/** Refuses anything but a finite number above zero. */
export function checkPositive(action: string, name: string, value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) {
    refuse(action, name, "> 0 and finite", value);
  }
  return value;
}

/** Refuses anything but a finite number that is not below zero. */
export function checkNonNegative(action: string, name: string, value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    refuse(action, name, ">= 0 and finite", value);
  }
  return value;
}

/** Refuses anything but a whole number of at least `least` (default 1). */
export function checkWhole(action: string, name: string, value: number, least = 1): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
    refuse(action, name, `a whole number >= ${least}`, value);
  }
  return value;
}

/** Refuses a value that is not one of the given words. */
export function checkOneOf<T extends string>(
  action: string,
  name: string,
  value: T,
  words: readonly T[],
): T {
  if (!words.includes(value)) refuse(action, name, `one of ${words.join(", ")}`, value);
  return value;
}

/** Refuses a value for which `holds` is false; `rule` says in words what must hold. */
export function checkThat(
  action: string,
  name: string,
  rule: string,
  value: unknown,
  holds: boolean,
): void {
  if (!holds) refuse(action, name, rule, value);
}
