import { type StepRecords, stepRecords } from "./step_records.ts";

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
  const busiest = Math.ceil(maximumSteps / BUSY);
  return {
    /** Refuses so many steps. */
    tooLong: (steps: number): never => refuse("", maximumSteps, steps),
    /** Records of steps in which something came, refused where there are too many. */
    records: <Name extends string>(blank: Readonly<Record<Name, number>>): StepRecords<Name> =>
      stepRecords(blank, busiest, (steps) => refuse(" in which something came", busiest, steps)),
  };
}
