/**
 * Lets nothing be lost on the way from a running cell to our runner.
 *
 * The kernel drops what its socket does not take at once, and says nothing: of a million lines it lost most, and
 * results with them. So the runner imports this module in the kernel before a notebook's first cell. Then a
 * cell that writes waits until the runner has read it, and ends by telling whether it has a result.
 *
 * @module
 */
import { gatherPrints, whenItPauses } from "../notebook/gathered_prints.ts";

/** The way to the runner. */
export interface Line {
  /** Sends one message. */
  readonly send: (type: string, content: Readonly<Record<string, unknown>>) => void;
  /** How many receipts have come. */
  readonly received: () => number;
  /** Stands still for some milliseconds. */
  readonly pause: (milliseconds: number) => void;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** Sends with receipts. */
export interface ReceiptKeeper {
  /** Sends one message, a long text in pieces, and waits where much of what was sent is still unread. */
  readonly send: Line["send"];
  /** Asks for a receipt for all that was sent, and waits for it. */
  readonly settle: (more?: Readonly<Record<string, unknown>>) => void;
}

const PIECE = 32_768;
const UNREAD = 65_536;
const ASK_AGAIN_MILLISECONDS = 20;
const PATIENCE_MILLISECONDS = 60_000;

/** Keeps what is on the way so little that the kernel's socket takes it. */
export function receiptKeeper({ send, received, pause, now }: Line): ReceiptKeeper {
  let asked = 0;
  let unread = 0;
  const settle = (more: Readonly<Record<string, unknown>> = {}) => {
    const number = ++asked;
    const start = now();
    for (let last = -Infinity; received() < number; pause(1)) {
      // Asking again pushes out what stands in the socket.
      if (now() - last < ASK_AGAIN_MILLISECONDS) continue;
      last = now();
      if (last - start > PATIENCE_MILLISECONDS) {
        throw new Error("Cannot send what the cell wrote as nobody reads it");
      }
      send("receipt_request", { number, ...more });
    }
    unread = 0;
  };
  const sendOne: Line["send"] = (type, content) => {
    send(type, content);
    unread += typeof content.text === "string" ? content.text.length : UNREAD;
    if (unread >= UNREAD) settle();
  };
  return {
    settle,
    send(type, content) {
      if (type !== "stream" || typeof content.text !== "string") return sendOne(type, content);
      for (const text of pieces(content.text)) sendOne(type, { ...content, text });
    },
  };
}

/** A text in pieces, none of which parts a pair of surrogates. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE, text.length);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1])) end--;
    yield text.slice(start, end);
    start = end;
  }
}

interface Internals {
  readonly Console: new (print: (text: string, level: number) => void) => Console;
  readonly jupyter: { broadcastResult: (count: number, result: unknown) => Promise<void> };
}

interface Jupyter {
  broadcast: Line["send"];
  display: (...options: readonly unknown[]) => Promise<void>;
}

/**
 * Makes every cell of this kernel wait for the runner's receipts.
 *
 * @param path A file that grows by a byte with each receipt.
 */
export function keepReceipts(path: string): void {
  const jupyter = Reflect.get(Deno, "jupyter") as Jupyter;
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal")) as Internals;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const broadcast = jupyter.broadcast, display = jupyter.display;
  const keeper = receiptKeeper({
    send: broadcast,
    received: () => Deno.statSync(path).size,
    pause: (milliseconds) => void Atomics.wait(cell, 0, 0, milliseconds),
    now: () => performance.now(),
  });
  const prints = gatherPrints({
    send: (name, text) => keeper.send("stream", { name, text }),
    now: () => performance.now(),
    soon: whenItPauses,
  });
  globalThis.console = new internals.Console(prints.print);
  jupyter.broadcast = (type, content, ...more: readonly unknown[]) => {
    prints.flush();
    if (more.length === 0) return keeper.send(type, content);
    (broadcast as (...all: readonly unknown[]) => void)(type, content, ...more);
    keeper.settle();
  };
  jupyter.display = async (...options) => {
    prints.flush();
    await display(...options);
    keeper.settle();
  };
  const endCell = internals.jupyter.broadcastResult;
  internals.jupyter.broadcastResult = async (count, result) => {
    prints.flush();
    keeper.settle();
    await endCell(count, result);
    keeper.settle({ ended: true, result: result !== undefined });
  };
}
