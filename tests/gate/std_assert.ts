/**
 * Stands in for `@std/assert` where JSR is out of reach: same names, same signatures, and a test
 * that passes here passes there. Where `node:assert/strict` and `@std/assert` 1.0.19 disagree, the
 * stricter of the two decides: 0 and -0 differ in `assertEquals`, and count as equal in
 * `assertNotEquals`. `NaN` equals `NaN`, and objects of different classes differ, in both.
 */
import { notDeepEqual, strict } from "node:assert";
import { AssertionError, suffix } from "./std_assert_throws.ts";

export { AssertionError, assertRejects, assertThrows } from "./std_assert_throws.ts";

/** Values that count as false. */
export type Falsy = false | 0 | 0n | "" | null | undefined;

/** Passes when `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Passes when `expr` is falsy. */
export function assertFalse(expr: unknown, msg = ""): asserts expr is Falsy {
  if (expr) throw new AssertionError(msg);
}

/** Fails. */
export function fail(msg?: string): never {
  throw new AssertionError(`Failed assertion${suffix(msg)}`);
}

/** Passes when both values are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (actual instanceof Error && actual !== expected) {
    fail("@std/assert compares the stacks of errors: compare their messages instead");
  }
  try {
    strict.deepStrictEqual(actual, expected);
  } catch (error) {
    throw new AssertionError(`Values are not equal${suffix(msg)}\n${(error as Error).message}`);
  }
}

/** Passes when the values differ. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  try {
    notDeepEqual(actual, expected);
  } catch (error) {
    throw new AssertionError(`Values are equal${suffix(msg)}\n${(error as Error).message}`);
  }
}

/** Passes when the values are the same by `Object.is`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  try {
    strict.strictEqual(actual, expected);
  } catch (error) {
    throw new AssertionError(
      `Values are not strictly equal${suffix(msg)}\n${(error as Error).message}`,
    );
  }
}

/** Passes when the numbers differ by at most `tolerance`: by default 1e-7 of the expected value. */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance: number = Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const delta = Math.abs(expected - actual);
  if (delta <= tolerance) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to be close to "${expected}": ` +
      `delta "${delta}" is greater than "${tolerance}"${suffix(msg)}`,
  );
}

/** Passes when `actual > expected`. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual > expected)) throw new AssertionError(msg ?? `Expect ${actual} > ${expected}`);
}

/** Passes when `actual >= expected`. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual >= expected)) throw new AssertionError(msg ?? `Expect ${actual} >= ${expected}`);
}

/** Passes when `actual < expected`. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual < expected)) throw new AssertionError(msg ?? `Expect ${actual} < ${expected}`);
}

/** Passes when `actual <= expected`. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual <= expected)) throw new AssertionError(msg ?? `Expect ${actual} <= ${expected}`);
}

/** Passes when `actual` is neither null nor undefined. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) {
    throw new AssertionError(
      `Expected actual: "${actual}" to not be null or undefined${suffix(msg)}`,
    );
  }
}

/** Passes when `actual` is an instance of the class. */
export function assertInstanceOf<T extends abstract new (...args: never[]) => unknown>(
  actual: unknown,
  expectedType: T,
  msg = "",
): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  throw new AssertionError(
    `Expected object to be an instance of "${expectedType.name}"${suffix(msg)}`,
  );
}

/** Passes when `actual` contains `expected`. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(`Expected actual: "${actual}" to contain: "${expected}"${suffix(msg)}`);
}

/** Passes when `expected` matches somewhere in `actual`. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) return;
  throw new AssertionError(`Expected actual: "${actual}" to match: "${expected}"${suffix(msg)}`);
}
