import { type PackedColumn, packedColumn } from "./packed_column.ts";

/** What happened in steps, for those in which something did, in order of time. */
export interface StepRecords<Name extends string> {
  /** The record of a step, which must not lie before the last one: made where it is not there. */
  readonly of: (step: number) => number;
  /** The step of each record. */
  readonly step: PackedColumn;
  /** Its numbers. */
  readonly columns: Readonly<Record<Name, PackedColumn>>;
}

/**
 * Makes records of steps.
 *
 * @param blank What a new record holds, by column.
 * @param most The largest number of records.
 * @param refuse Called where there would be more.
 */
export function stepRecords<Name extends string>(
  blank: Readonly<Record<Name, number>>,
  most: number,
  refuse: (steps: number) => never,
): StepRecords<Name> {
  const names = Object.keys(blank) as Name[];
  const step = packedColumn(most);
  const columns = Object.fromEntries(names.map((name) => [name, packedColumn(most)])) as Record<
    Name,
    PackedColumn
  >;
  return {
    of(own) {
      const last = step.length() - 1;
      if (last >= 0 && step.at(last) === own) return last;
      if (last + 1 >= most) refuse(last + 2);
      step.push(own);
      for (const name of names) columns[name].push(blank[name]);
      return last + 1;
    },
    step,
    columns,
  };
}
