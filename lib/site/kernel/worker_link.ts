import type { Broadcast, Numbered, Outcome, Request, Told } from "./messages.ts";

/** A worker that answers requests, and can be ended in the middle of one. */
export interface WorkerLink {
  /** Asks, and waits for the answer; where the worker has ended, another one is asked. */
  ask(request: Request): Promise<unknown>;
  /** Ends the worker; every request that waits is answered by this. */
  end(answer: Outcome): void;
}

/**
 * Starts a worker for a notebook's cells.
 *
 * @param broadcast Takes what the worker shows.
 */
export function linkWorker(begin: () => Worker, broadcast: Broadcast): WorkerLink {
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  let worker: Worker | undefined = start();
  return { ask, end };

  function start(): Worker {
    const started = begin();
    started.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.type === "broadcast") return broadcast(data.messageType, JSON.parse(data.content));
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    };
    started.onerror = ({ message = "it could not be loaded" }) => {
      const evalue = `The page's worker failed: ${message}`;
      end({ status: "error", ename: "Error", evalue, traceback: [evalue] });
    };
    return started;
  }

  function end(answer: Outcome): void {
    worker?.terminate();
    worker = undefined;
    for (const resolve of waiting.values()) resolve(answer);
    waiting.clear();
  }

  function ask(request: Request): Promise<unknown> {
    worker ??= start();
    const id = ++asked;
    const numbered: Numbered<Request> = { ...request, id };
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker!.postMessage(numbered);
    });
  }
}
