/** A word for so many of something: `path` for one, `paths` for any other number. */
export function plural(what: string, count: number): string {
  return count === 1 ? what : `${what}s`;
}

/** So many of something: `1 path`, `20000 paths`. */
export function numberOf(count: number, what: string): string {
  return `${count} ${plural(what, count)}`;
}
