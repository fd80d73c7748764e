import { type StepRecords, stepRecords } from "./step_records.ts";

/** A step in which something came takes about as much memory as so many in which nothing did. */
const BUSY = 10;

/** Keeps a tape from growing beyond what memory is for it. */
export interface StepLimits {
  /** Refuses so many steps. */
  readonly tooLong: (steps: number) => never;
  /** Records of steps in which something came, refused where there are too many. */
  readonly records: <Name extends string>(
    blank: Readonly<Record<Name, number>>,
  ) => StepRecords<Name>;
}

/** Makes the limits of a tape of so many steps. */
export function stepLimits(action: string, maximumSteps: number): StepLimits {
  const refuse = (which: string, most: number, steps: number): never => {
    throw new RangeError(
      `Cannot ${action} as its steps${which} must be at most ${most}: current value is ${steps}; ` +
        "take a longer dt, look for a wrong time in the file, or allow more steps and memory",
    );
  };
  const busiest = Math.ceil(maximumSteps / BUSY);
  return {
    tooLong: (steps) => refuse("", maximumSteps, steps),
    records: (blank) =>
      stepRecords(blank, busiest, (steps) => refuse(" in which something came", busiest, steps)),
  };
}
