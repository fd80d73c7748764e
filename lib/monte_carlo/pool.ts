import { startWorker } from "./worker_watch.ts";

/** Workers that wait for the next run. */
let pool: readonly Worker[] = [];
let warm = false;
/** Bytes of the columns that they were sent. */
let sent = 0;

/** Most of it: a worker that makes nothing of its own throws nothing away, and holds on to every run's columns. */
const MOST_SENT = 2 ** 27;

/**
 * Keeps workers after a run for the next one, where no program waits to end: in the notebook's kernel a
 * worker takes a second to start.
 */
export function keepWorkersWarm(): void {
  warm = true;
}

/** Takes so many workers, those that wait first. */
export function takeWorkers(count: number): readonly Worker[] {
  const missing = Math.max(0, count - pool.length);
  pool = [...pool, ...Array.from({ length: missing }, quietWorker)];
  return pool.slice(0, count);
}

/** Lets workers go that have ended their work, for which they were sent so many bytes: a program ends only when they have. */
export function leaveWorkers(bytes: number): void {
  sent += bytes;
  if (!warm || sent > MOST_SENT) endWorkers();
}

/** Ends all workers, whatever they do. */
export function endWorkers(): void {
  for (const worker of pool) worker.terminate();
  pool = [];
  sent = 0;
}

function quietWorker(): Worker {
  const worker = startWorker();
  // Its failures are told through the shared memory, to a thread that hears no events.
  worker.onerror = (event) => event.preventDefault();
  return worker;
}
