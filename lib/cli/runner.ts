import { beginSimulation } from "../monte_carlo/begin_simulation.ts";
import type { MonteCarloJob } from "../monte_carlo/job.ts";
import type { BeginBatch } from "../monte_carlo/tally_run.ts";
import { UsageError } from "./flags.ts";

/** Runs jobs on so many threads, with a control if there is one; what they refuse came from the flags. */
export function runnerOn(workers: number, control?: string): BeginBatch {
  return (job, progress) => {
    const told = <T>(act: () => T): T => {
      try {
        return act();
      } catch (error) {
        throw error instanceof RangeError ? new UsageError(refusal(job, error)) : error;
      }
    };
    const options = { workers, progress, control: job.paths < 3 ? undefined : control };
    const finish = told(() => beginSimulation(job, options));
    return () => told(finish);
  };
}

function refusal({ paths, grid: { steps } }: MonteCarloJob, { message }: RangeError): string {
  // V8's words for a typed array that does not fit, and for the kernel's memory.
  const full = /allocation failed|array length|Unable to grow/.test(message);
  return full ? `Cannot hold ${paths} paths of ${steps} steps in memory` : message;
}
