/*
 * How threads of a run talk while one of them may be blocked: a few words of shared memory.
 *
 * Workers take block after block from a counter, and tell how many paths are done. The caller says stop,
 * or shows by a counting heartbeat that it is still there: a cell stopped by its reader never reaches
 * another line, so silence has to be enough.
 */

/** Words every run has; one word of status for each worker follows. */
const NEXT = 0, DONE = 1, STOPPED = 2, HEARTBEAT = 3, STATUS = 4;

/** What a worker can say of itself. */
export const STARTING = 0, WORKING = 1, FINISHED = 2, FAILED = 3;

/** What a look may count of a wait, in milliseconds: where looks come late, the machine is busy, and others are late too. */
export const MOST_A_LOOK = 200;

/** Bytes kept for the reason of a failure. */
const REASON = 1024;

/** The shared memory of one run. */
export interface Control {
  /** Counters, flags and statuses. */
  readonly words: Int32Array<SharedArrayBuffer>;
  /** The reason why a worker failed, as UTF-16 units; first the length. */
  readonly reasons: Uint16Array<SharedArrayBuffer>;
}

/** Fresh memory for a run with so many workers. */
export function newControl(workers: number): Control {
  return {
    words: new Int32Array(new SharedArrayBuffer(4 * (STATUS + workers))),
    reasons: new Uint16Array(new SharedArrayBuffer(2 * REASON)),
  };
}

/** Takes the number of the next block. */
export function takeBlock({ words }: Control): number {
  return Atomics.add(words, NEXT, 1);
}

/** Says that so many more paths are done. */
export function addDone({ words }: Control, paths: number): void {
  Atomics.add(words, DONE, paths);
  Atomics.notify(words, DONE);
}

/** How many paths are done. */
export function doneSoFar({ words }: Control): number {
  return Atomics.load(words, DONE);
}

/** Blocks this thread until more paths are done than were, a status changes, or the time is over. */
export function waitForMore({ words }: Control, done: number, milliseconds: number): void {
  Atomics.wait(words, DONE, done, milliseconds);
}

/** Asks all workers to stop. */
export function askToStop({ words }: Control): void {
  Atomics.store(words, STOPPED, 1);
}

/** Whether the workers were asked to stop. */
export function isStopped({ words }: Control): boolean {
  return Atomics.load(words, STOPPED) === 1;
}

/** Shows that the caller is still there. */
export function beat({ words }: Control): void {
  Atomics.add(words, HEARTBEAT, 1);
}

/** The count of heartbeats; 0 where the caller does not send any. */
export function beats({ words }: Control): number {
  return Atomics.load(words, HEARTBEAT);
}

/** Says how a worker stands, and wakes the caller. */
export function setStatus({ words }: Control, worker: number, status: number): void {
  Atomics.store(words, STATUS + worker, status);
  Atomics.notify(words, DONE);
}

/** How the workers stand. */
export function statuses({ words }: Control): readonly number[] {
  return Array.from(words.subarray(STATUS), (_, i) => Atomics.load(words, STATUS + i));
}

/** Says that a worker has failed, and keeps why. */
export function setFailed(control: Control, worker: number, reason: string): void {
  const text = reason.slice(0, REASON - 1);
  for (let i = 0; i < text.length; i++) control.reasons[i + 1] = text.charCodeAt(i);
  control.reasons[0] = text.length;
  setStatus(control, worker, FAILED);
}

/** Why a worker failed. */
export function reasonOf({ reasons }: Control): string {
  return String.fromCharCode(...reasons.subarray(1, 1 + reasons[0]));
}
