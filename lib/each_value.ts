/** A record with the same names, and what a function makes of each value. */
export function eachValue<Name extends string, T, U>(
  record: Readonly<Record<Name, T>>,
  of: (value: T, name: Name) => U,
): Readonly<Record<Name, U>> {
  const names = Object.keys(record) as Name[];
  const entries = names.map((name) => [name, of(record[name], name)]);
  return Object.fromEntries(entries) as Readonly<Record<Name, U>>;
}
