import { eachValue } from "../../each_value.ts";
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

/** A step in which something came takes about as much memory as so many in which nothing did. */
const BUSY = 10;

/** Keeps a tape from growing beyond what memory is for it: so many steps. */
export function stepLimits(action: string, maximumSteps: number) {
  const refuse = (which: string, most: number, steps: number): never => {
    throw new RangeError(
      `Cannot ${action} as its steps${which} must be at most ${most}: current value is ${steps}; ` +
        "take a longer dt, look for a wrong time in the file, or allow more steps and memory",
    );
  };
  const most = Math.ceil(maximumSteps / BUSY);
  return {
    /** Refuses so many steps. */
    tooLong: (steps: number): never => refuse("", maximumSteps, steps),
    /** Records of steps in which something came, `blank` at first; refused where there are too many. */
    records<Name extends string>(blank: Readonly<Record<Name, number>>): StepRecords<Name> {
      const names = Object.keys(blank) as Name[];
      const step = packedColumn(most);
      const columns = eachValue(blank, () => packedColumn(most));
      const of = (own: number) => {
        const last = step.length() - 1;
        if (last >= 0 && step.at(last) === own) return last;
        if (last + 1 >= most) refuse(" in which something came", most, last + 2);
        step.push(own);
        for (const name of names) columns[name].push(blank[name]);
        return last + 1;
      };
      return { of, step, columns };
    },
  };
}
