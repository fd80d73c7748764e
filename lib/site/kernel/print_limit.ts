/** The most characters that a cell may print: a page that shows much more stands still. */
const MOST = 1_000_000;

/** A way to print that stops where a page could not show more. */
export interface LimitedPrints {
  /** Sends a text, or as much of it as may still be shown. */
  send(stream: "stdout" | "stderr", text: string): void;
  /** Begins to count anew, for another cell. */
  renew(): void;
}

/**
 * Lets a cell print a million characters, and then says once that the rest is left out.
 *
 * @param most The most characters for a cell. @default {1 000 000}
 */
export function limitPrints(
  send: (stream: "stdout" | "stderr", text: string) => void,
  most: number = MOST,
): LimitedPrints {
  let left = most;
  return {
    send(stream, text) {
      if (left < 0) return;
      if (text.length <= left) send(stream, text);
      else {
        send(stream, text.slice(0, left));
        const words =
          `\nThe rest is left out: in a page a cell prints at most ${most} characters\n`;
        send("stderr", words);
      }
      left -= text.length;
    },
    renew() {
      left = most;
    },
  };
}
