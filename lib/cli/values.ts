/** A kind of value on the command line: how it is read, and the rule in words, for errors and help. */
export interface ValueKind<T> {
  /** What must hold, such as `a number > 0`. */
  readonly rule: string;
  /** The value of a text; undefined where the rule is broken. */
  readonly read: (text: string) => T | undefined;
}

/** The range of a number; without bounds any finite number will do. */
export interface NumberRange {
  /** The smallest allowed. */
  readonly least?: number;
  /** The largest allowed. */
  readonly most?: number;
  /** Every number must be above it. */
  readonly above?: number;
  /** Every number must be below it. */
  readonly below?: number;
}

/**
 * Decimal notation, such as `-5`, `.5` and `1e6`: `Number` alone would take "", "0x10" and "Infinity", and make
 * nothing of 1e-400.
 */
function decimal(text: string): number {
  const [, digits] = /^[+-]?(\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.exec(text) ?? [];
  const value = digits === undefined ? NaN : Number(text);
  return value === 0 && /[1-9]/.test(digits) ? NaN : value;
}

/** A number in decimal notation. */
export function number(range: NumberRange = {}): ValueKind<number> {
  return numberThat("a number", range, Number.isFinite);
}

/** A whole number of at least 1 unless told otherwise; `1e6` is one. */
export function whole(range: NumberRange = {}): ValueKind<number> {
  return numberThat("a whole number", { least: 1, ...range }, Number.isSafeInteger);
}

function numberThat(
  what: string,
  { least = -Infinity, most = Infinity, above = -Infinity, below = Infinity }: NumberRange,
  holds: (number: number) => boolean,
): ValueKind<number> {
  const bounds = [
    least > -Infinity ? `>= ${least}` : "",
    above > -Infinity ? `> ${above}` : "",
    most < Infinity ? `<= ${most}` : "",
    below < Infinity ? `< ${below}` : "",
  ].filter((bound) => bound !== "").join(" and ");
  return {
    rule: `${what} ${bounds}`.trimEnd(),
    read(text) {
      // A zero with a sign is a zero.
      const value = decimal(text) + 0;
      const inside = value >= least && value <= most && value > above && value < below;
      return holds(value) && inside ? value : undefined;
    },
  };
}

/** A kind of value, or a word that stands for another. */
export function or<T>(kind: ValueKind<T>, word: string, meaning: T): ValueKind<T> {
  return {
    rule: `${kind.rule} or "${word}"`,
    read: (text) => text === word ? meaning : kind.read(text),
  };
}

/** One of a few words. */
export function word<T extends string>(...words: readonly T[]): ValueKind<T> {
  return {
    rule: `one of ${words.join(", ")}`,
    read: (text) => words.find((word) => word === text),
  };
}

/** Any text but none, which is what a shell makes of a variable that is not set. */
export const anyText: ValueKind<string> = {
  rule: "",
  read: (text) => text === "" ? undefined : text,
};
