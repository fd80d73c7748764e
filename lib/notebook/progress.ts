import { checkThat, checkWhole } from "../check.ts";
import { display, displayMethod, type MediaBundle } from "./display.ts";
import { inKernel } from "./kernel.ts";
import { progressBar, progressEnd, type ProgressState } from "./progress_view.ts";

/** Tells a person how far a long job is. */
export interface Progress {
  /**
   * Says how many pieces are done, 0 to the total; at the total the job is finished. Call it as often
   * as you like: the bar is redrawn ten times a second at most.
   */
  report(done: number): void;
  /** Ends the bar early, where the job stops before the total. */
  finish(): void;
}

/** Where a bar is shown, and by which clock. */
export interface ProgressSurface {
  /** Shows the bar, in place of its last state. */
  show(bundle: MediaBundle): void;
  /** Shows what stays behind. */
  end(bundle: MediaBundle): void;
  /** A clock in milliseconds. */
  now(): number;
}

const REDRAW_MILLISECONDS = 100;

/**
 * A progress bar with rate and time left, that moves while a synchronous loop runs.
 *
 * In a notebook it is an output of the cell, in a terminal a line of standard error, and anywhere
 * else it is silent. At the end a notebook keeps one line without times, so that its output is the
 * same at every run, and a terminal keeps nothing.
 *
 * @param total Number of pieces in all; a whole number >= 1.
 * @param label What the job does.
 * @param surface Where to show the bar; found out by default.
 * @returns The bar, to which the loop reports.
 * @throws {RangeError} Where the total, or a count reported later, is out of range.
 *
 * @example
 * ```ts
 * import { progress } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const bar = progress(1000, "Adding numbers");
 * let sum = 0;
 * for (let n = 1; n <= 1000; n++) {
 *   sum += n;
 *   bar.report(n);
 * }
 * assertEquals(sum, 500_500);
 * ```
 */
export function progress(
  total: number,
  label: string,
  surface: ProgressSurface = surroundings(),
): Progress {
  checkWhole("build progress", "total", total);
  const start = surface.now();
  let shown = start;
  let last = 0;
  let ended = false;
  const state = (): ProgressState => (
    { label, total, done: last, seconds: (surface.now() - start) / 1000 }
  );
  const finish = () => {
    if (!ended) surface.end(progressEnd(state()));
    ended = true;
  };
  surface.show(progressBar(state()));
  return {
    finish,
    report(done) {
      checkWhole("report progress", "done", done, 0);
      checkThat("report progress", "done", `at most ${total}`, done, done <= total);
      last = done;
      if (ended) return;
      if (done === total) return finish();
      const now = surface.now();
      if (now - shown < REDRAW_MILLISECONDS) return;
      shown = now;
      surface.show(progressBar(state()));
    },
  };
}

function surroundings(): ProgressSurface {
  if (inKernel()) return cell();
  return Deno.stderr.isTerminal() ? terminal() : silence();
}

function cell(): ProgressSurface {
  const id = crypto.randomUUID();
  let update = false;
  const show = (bundle: MediaBundle) => {
    display({ [displayMethod]: () => bundle }, { id, update });
    update = true;
  };
  return { show, end: show, now: () => performance.now() };
}

function terminal(): ProgressSurface {
  const rewrite = (text: string) =>
    Deno.stderr.writeSync(new TextEncoder().encode(`\r\x1b[K${text}`));
  return {
    show: (bundle) => void rewrite(`${bundle["text/plain"]}`),
    end: () => void rewrite(""),
    now: () => performance.now(),
  };
}

function silence(): ProgressSurface {
  return { show() {}, end() {}, now: () => performance.now() };
}
