/** The part of `std_assert.ts` that watches for errors. */
type ErrorConstructor<E extends Error> = abstract new (...args: never[]) => E;

/** The error every assertion throws. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** What ends a message: the caller's own words, or a full stop. */
export function suffix(message?: string): string {
  return message ? `: ${message}` : ".";
}

function checkError<E extends Error>(
  error: unknown,
  errorClass: ErrorConstructor<E>,
  includes: string | undefined,
  msg?: string,
): E {
  if (!(error instanceof Error)) {
    throw new AssertionError(`A non-Error object was thrown${suffix(msg)}`);
  }
  if (!(error instanceof errorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${errorClass.name}", ` +
        `but was "${error.constructor.name}": ${error.message}${suffix(msg)}`,
    );
  }
  if (includes && !error.message.includes(includes)) {
    throw new AssertionError(
      `Expected error message to include ${JSON.stringify(includes)}, ` +
        `but got ${JSON.stringify(error.message)}${suffix(msg)}`,
    );
  }
  return error;
}

/** Passes when `fn` throws; with a class, an instance of it whose message has `msgIncludes`. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorConstructor<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows<E extends Error>(
  fn: () => unknown,
  classOrMsg?: ErrorConstructor<E> | string,
  msgIncludes?: string,
  msg?: string,
): unknown {
  let error: unknown;
  try {
    fn();
  } catch (thrown) {
    error = thrown;
    return typeof classOrMsg === "function"
      ? checkError(error, classOrMsg, msgIncludes, msg)
      : error;
  }
  const text = typeof classOrMsg === "string" ? classOrMsg : msg;
  throw new AssertionError(`Expected function to throw${suffix(text)}`);
}

/** Passes when the promise that `fn` returns rejects; a synchronous throw fails. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorConstructor<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects<E extends Error>(
  fn: () => PromiseLike<unknown>,
  classOrMsg?: ErrorConstructor<E> | string,
  msgIncludes?: string,
  msg?: string,
): Promise<unknown> {
  const text = typeof classOrMsg === "string" ? classOrMsg : msg;
  let promise: PromiseLike<unknown>;
  try {
    promise = fn();
    if (typeof promise?.then !== "function") throw new TypeError("no promise");
  } catch {
    throw new AssertionError(`Function throws when expected to reject${suffix(text)}`);
  }
  try {
    await promise;
  } catch (error) {
    return typeof classOrMsg === "function"
      ? checkError(error, classOrMsg, msgIncludes, msg)
      : error;
  }
  throw new AssertionError(`Expected function to reject${suffix(text)}`);
}
