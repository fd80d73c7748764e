import {
  type Control,
  doneSoFar,
  FAILED,
  MOST_A_LOOK,
  reasonOf,
  STARTING,
  statuses,
} from "./control.ts";

/** How long workers may take to start, in milliseconds. */
const PATIENCE = 30_000;

/** Tells how many paths of a run are done; throws where a worker failed. */
export function doneOf(control: Control): number {
  if (statuses(control).includes(FAILED)) throw new Error(workersFailed(reasonOf(control)));
  return doneSoFar(control);
}

/**
 * Watches workers who trade everything: the answer is {@linkcode doneOf}, and throws too where none has started
 * in thirty seconds of a machine that is not busy, so that nobody waits for ever.
 */
export function watchWorkers(
  control: Control,
  clock: () => number = () => performance.now(),
): () => number {
  let waited = 0;
  let last = clock();
  return () => {
    const now = clock();
    waited += Math.min(now - last, MOST_A_LOOK);
    last = now;
    const done = doneOf(control);
    if (waited > PATIENCE && statuses(control).every((status) => status === STARTING)) {
      throw new Error(workersFailed(`none has started in ${PATIENCE / 1000} seconds`));
    }
    return done;
  };
}

/** The sentence for workers that failed. */
export function workersFailed(reason: string): string {
  return `Cannot simulate on workers: ${reason}`;
}

/** Starts a worker; it waits for its task. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
