import { eachValue } from "../each_value.ts";

/** The sums of one record or more of numbers, name by name. */
export function summed<Name extends string>(
  records: readonly Readonly<Record<Name, number>>[],
): Readonly<Record<Name, number>> {
  return eachValue(records[0], (_, name) => records.reduce((sum, own) => sum + own[name], 0));
}
