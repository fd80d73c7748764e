/** Words in lower case, capitalised and in capitals. */
function spelt(words: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const styles = [
    (word: string) => word,
    (word: string) => word[0].toUpperCase() + word.slice(1),
    (word: string) => word.toUpperCase(),
  ];
  const entries = Object.entries(words);
  return new Map(styles.flatMap((style) => entries.map(([word, side]) => [style(word), side])));
}

/** Who took: the word is the aggressor's. */
export const TAKER = spelt({ buy: 1, sell: -1 });

/** Who stood in the book: the word is the resting order's, so the other side crossed. */
export const RESTING = spelt({ buy: -1, sell: 1 });

/** Whether the buyer made the price: then a seller crossed. */
export const BUYER_MADE = spelt({ true: -1, false: 1 });
