/** A piece of README with every number that it says: from the code that computes it, or measured, or named. */
export interface Claim {
  /** The words, with one blank between each two; a table's cells are parted by ` | `. */
  readonly text: string;
  /** Whether what it says is so; left out where the words themselves were made of computed values. */
  readonly holds?: boolean;
  /** Whether the words may come again. @default {false} */
  readonly often?: boolean;
}

/**
 * README's words without the examples that are run, without where links lead, and with one blank between each two.
 *
 * Numbers of chapters are those of the notebooks that they link to, and are left out where they are.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/^```ts\n.*?^```$/gms, "")
    .replace(
      /\[([Cc]hapter )(\d+)\]\(notebooks\/0*(\d+)_[^)]*\)/g,
      (whole, words, told, file) => told === file ? `[${words}]` : whole,
    )
    .replace(
      /^(\d+)\. (?=\[[^\]]*\]\(notebooks\/0*(\d+)_[^)]*\))/gm,
      (whole, told, file) => told === file ? "" : whole,
    )
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^\|[-:| ]+\|$/gm, "")
    .replace(/\s+/g, " ");
}

/**
 * Holds a text to claims.
 *
 * @param words The text, as {@linkcode plainWords} makes it.
 * @param claims What is known of its numbers.
 * @returns A sentence for each claim that is not there, comes twice or is wrong, and for each number that no claim
 * covers.
 */
export function unheldNumbers(words: string, claims: readonly Claim[]): readonly string[] {
  const problems: string[] = [];
  let left = words;
  for (const { text, holds = true, often = false } of claims.toSorted(longestFirst)) {
    const found = left.split(text).length - 1;
    if (found === 0) problems.push(`README does not say: ${text}`);
    if (found > 1 && !often) problems.push(`README says ${found} times: ${text}`);
    if (!holds) problems.push(`README is wrong: ${text}`);
    left = left.replaceAll(text, text.replace(/\d/g, "#"));
  }
  for (const { index } of left.matchAll(/\d[\d.,]*/g)) {
    problems.push(
      `Nobody holds the number in: …${left.slice(Math.max(0, index - 50), index + 30)}…`,
    );
  }
  return problems;
}

const longestFirst = (a: Claim, b: Claim) => b.text.length - a.text.length;
