let last: Promise<unknown> | undefined;

/**
 * Writes texts in the order in which they were printed: at once, or after one that is not known yet.
 *
 * @param text What was printed.
 * @param write Takes it when it is its turn.
 */
export function printInTurn(text: string | Promise<string>, write: (text: string) => void): void {
  if (typeof text === "string" && last === undefined) return write(text);
  const mine = Promise.all([text, last]).then(([text]) => {
    write(text);
    if (last === mine) last = undefined;
  });
  last = mine;
}

/** Waits until everything that was printed is written. */
export async function everythingPrinted(): Promise<void> {
  await last;
}
