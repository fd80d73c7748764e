/** What a notebook's console needs to print by few messages in place of many. */
export interface GatheredPrints {
  /** Takes a text as `Console` hands it over; levels above 1 are for standard error. */
  print(text: string, level: number): void;
  /** Sends what is held back. */
  flush(): void;
}

/** Where prints go, and by which clock. */
export interface PrintRoute {
  /** Sends one text to the page. */
  send(stream: "stdout" | "stderr", text: string): void;
  /** A clock in milliseconds. */
  now(): number;
  /** Calls back as soon as the running code pauses or ends. */
  soon(action: () => void): void;
}

const HOLD_MILLISECONDS = 50;

/**
 * Gathers what a cell prints at once into one message.
 *
 * The kernel sends each print by itself, from a thread that on a busy machine gets a turn for one or two:
 * the last lines of a long print then came when the next cell was running. One message is there in time.
 * A text waits until the running code pauses, until 50 ms have passed, or until the other stream prints.
 *
 * @returns A printing function for `Console`, and the way to send what is held back.
 */
export function gatherPrints(route: PrintRoute): GatheredPrints {
  let held = "";
  let stream: "stdout" | "stderr" = "stdout";
  let sent = -Infinity;
  const flush = () => {
    if (held === "") return;
    const text = held;
    held = "";
    sent = route.now();
    route.send(stream, text);
  };
  return {
    flush,
    print(text, level) {
      const target = level > 1 ? "stderr" : "stdout";
      if (target !== stream) flush();
      stream = target;
      if (held === "") route.soon(flush);
      held += text;
      if (route.now() - sent > HOLD_MILLISECONDS) flush();
    },
  };
}

/** Calls back as soon as the running code pauses or ends: Stop drops what is queued to follow it, but not a timer. */
export function whenItPauses(action: () => void): void {
  queueMicrotask(action);
  setTimeout(action, 0);
}
