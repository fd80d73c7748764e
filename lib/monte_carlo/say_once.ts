const said = new Set<string>();

/** Says something that the caller should know and need not hear twice, by `console.warn`. */
export function sayOnce(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(sentence);
}
