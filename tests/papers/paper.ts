/** One number of a paper beside ours. */
export interface PaperNumber {
  /** Where it stands: a figure, a table, a section. */
  readonly place: string;
  /** What it is. */
  readonly quantity: string;
  /** Whether the paper prints it, or it was computed from the paper's formula, by other means than ours. */
  readonly source: "printed" | "formula";
  /** The number, as it is written. */
  readonly theirs: string;
  /** What the library gives. */
  readonly ours: number;
  /** The largest difference that agrees. */
  readonly within: number;
  /** Why it is known not to reproduce, in a sentence; agreeing would then be the surprise. */
  readonly differs?: string;
}

/** A paper whose numbers the library gives. */
export interface Paper {
  /** Authors and year, short. */
  readonly name: string;
  /** Title, and where it is to be found. */
  readonly reference: string;
  /** Its numbers, worked out when asked for. */
  readonly numbers: () => readonly PaperNumber[];
}

/** Whether a number is as expected: agrees, or differs where it is known to. */
export function isAsExpected({ theirs, ours, within, differs }: PaperNumber): boolean {
  const agrees = Math.abs(ours - Number(theirs)) <= within;
  return differs === undefined ? agrees : !agrees && Number.isFinite(ours);
}

/** One unit of the last digit of a number as it is written: 0.01 for 4.70, 1e-8 for −1.6439e-4. */
export function lastDigit(text: string): number {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}

/**
 * Numbers that agree where they are the same to the digits written, a unit of rounding aside.
 *
 * @param source Printed, or computed from the formula.
 * @param place Figure, table or section.
 * @param rows What it is, the number as it is written, and ours.
 */
export function toDigits(
  source: PaperNumber["source"],
  place: string,
  rows: readonly (readonly [quantity: string, theirs: string, ours: number])[],
): readonly PaperNumber[] {
  return rows.map(([quantity, theirs, ours]) => ({
    place,
    quantity,
    source,
    theirs,
    ours,
    within: 0.501 * lastDigit(theirs),
  }));
}
