/** A deliberate mistake in the project, and who should notice. */
export interface Fault {
  /** What is wrong then, in a few words; no two faults have the same. */
  readonly name: string;
  /** The file, from the project's root. */
  readonly file: string;
  /** The text as it is: once in the file. */
  readonly before: string;
  /** The text as it would be wrong. */
  readonly after: string;
  /** Test files, or files with examples, that should fail: the quickest first. */
  readonly tests: readonly string[];
  /** What a user would meet. */
  readonly why: string;
  /** Why no test can notice; only where that is so. */
  readonly survives?: string;
}

/**
 * Makes the mistake.
 *
 * @param text The file as it is.
 * @param fault The fault.
 * @returns The file as it would be wrong.
 * @throws {RangeError} Where the text to replace does not stand there exactly once, or nothing would change.
 */
export function withFault(text: string, { name, file, before, after }: Fault): string {
  const found = text.split(before).length - 1;
  if (before === "" || found !== 1) {
    throw new RangeError(
      `Cannot make the fault "${name}" as its text must stand in ${file} exactly once: ` +
        `it stands there ${found} times`,
    );
  }
  if (before === after) {
    throw new RangeError(`Cannot make the fault "${name}" as it changes nothing in ${file}`);
  }
  return text.replace(before, () => after);
}
