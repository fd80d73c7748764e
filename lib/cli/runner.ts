import { monteCarloOnGpu } from "../monte_carlo/gpu/monte_carlo_on_gpu.ts";
import type { MonteCarloJob } from "../monte_carlo/job.ts";
import { monteCarlo } from "../monte_carlo/monte_carlo.ts";
import type { MonteCarloResult } from "../monte_carlo/result.ts";
import { simulate } from "../monte_carlo/simulate.ts";
import { UsageError } from "./flags.ts";

/** Runs the batches of a job, all on the same hardware. */
export interface Runner {
  /** Runs one batch; what it refuses came from the flags. */
  readonly run: (job: MonteCarloJob) => Promise<MonteCarloResult>;
  /** Who traded the batches so far. */
  readonly backend: () => "cpu" | "gpu";
  /** The graphics adapter that traded them; null for the CPU. */
  readonly adapter: () => string | null;
}

/** A runner with so many threads, or on the graphics adapter: if that fails at once, the CPU steps in. */
export function openRunner(workers: number, onGpu: boolean): Runner {
  let backend: "cpu" | "gpu" = onGpu ? "gpu" : "cpu";
  let adapter: string | null = null;
  let batches = 0;
  const trade = async (job: MonteCarloJob) => {
    if (backend === "cpu") {
      return workers === 1 ? simulate(job) : await monteCarlo(job, { workers });
    }
    const result = await monteCarloOnGpu(job, { workers, onFallback: console.error });
    if (batches > 0 && result.backend !== backend) {
      throw new Error("Cannot finish the simulation as the graphics adapter failed on the way");
    }
    backend = result.backend;
    adapter = result.adapter ?? null;
    return result;
  };
  return {
    async run(job) {
      try {
        return await trade(job);
      } catch (error) {
        throw error instanceof RangeError ? new UsageError(refusal(job, error)) : error;
      } finally {
        batches++;
      }
    },
    backend: () => backend,
    adapter: () => adapter,
  };
}

function refusal({ paths, grid: { steps } }: MonteCarloJob, { message }: RangeError): string {
  // V8's words for a typed array that does not fit.
  const full = /allocation failed|array length/.test(message);
  return full ? `Cannot hold ${paths} paths of ${steps} steps in memory` : message;
}
