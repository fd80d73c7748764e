/** The largest of some numbers; −Infinity of none. */
export function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((a, b) => Math.max(a, b), -Infinity);
}

/** The smallest of some numbers; Infinity of none. */
export function smallest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((a, b) => Math.min(a, b), Infinity);
}
