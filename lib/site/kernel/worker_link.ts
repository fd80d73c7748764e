import type { Broadcast, Numbered, Outcome, Request, Told } from "./messages.ts";

/** A worker that answers requests, and can be ended in the middle of one. */
export interface WorkerLink {
  /** Asks, and waits for the answer. */
  ask(request: Request): Promise<unknown>;
  /** Ends the worker; every request that waits is answered by this. */
  end(answer: Outcome): void;
}

/**
 * Starts a worker for a notebook's cells.
 *
 * @param address Of the worker's script.
 * @param broadcast Takes what the worker shows.
 * @returns The link to it.
 */
export function linkWorker(address: string, broadcast: Broadcast): WorkerLink {
  const worker = new Worker(address, { type: "module" });
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  const end = (answer: unknown) => {
    worker.terminate();
    for (const resolve of waiting.values()) resolve(answer);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.type === "broadcast") return broadcast(data.messageType, data.content);
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  };
  worker.onerror = ({ message = "it could not be loaded" }) => {
    const evalue = `The page's worker failed: ${message}`;
    end({ status: "error", ename: "Error", evalue, traceback: [evalue] });
  };
  return {
    end,
    ask(request) {
      const id = ++asked;
      const numbered: Numbered<Request> = { ...request, id };
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage(numbered);
      });
    },
  };
}
