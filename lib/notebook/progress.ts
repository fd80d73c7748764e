import { callable, having, text } from "../kinds.ts";
import { checkThat, checkWhole } from "../check.ts";
import type { Progress } from "../progress.ts";
import { display, displayMethod, type MediaBundle } from "./display.ts";
import { inKernel } from "./kernel.ts";
import { progressEnd, progressLine, type ProgressState } from "./progress_view.ts";

/** Where a bar is shown, and by which clock. */
export interface ProgressSurface {
  /** Shows the bar, in place of its last state; the first of a job is a new bar. */
  show(bundle: MediaBundle, isFirst: boolean): void;
  /** Shows what stays behind. */
  end(bundle: MediaBundle): void;
  /** A clock in milliseconds. */
  now(): number;
}

const REDRAW_MILLISECONDS = 100;

/**
 * A progress bar with rate and time left, that moves while a synchronous loop runs: what `simulate` and
 * everything else with an option `progress` takes.
 *
 * In a notebook it is an output of the cell, in a terminal a line of standard error. Where standard error
 * goes elsewhere, to a file or another program, it is a line after two seconds, then ever more rarely; in a
 * page it is silent. At the end a notebook keeps one line without times, so that its output is the same at
 * every run, and a terminal keeps nothing. A count of pieces in all begins a new job once the last
 * has come to its end.
 *
 * @param label What the job does. @default {"Trading paths"}
 * @param surface Where to show the bar; found out by default.
 * @returns A function to tell how many pieces are done, and how many there are. Call it as often as you
 * like: the bar is redrawn ten times a second at most.
 * @throws {RangeError} Later, where a count is out of range.
 *
 * @example
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { progressBar } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { paths } = simulate(job, { workers: 2, progress: progressBar() });
 * assertEquals(paths, 3000);
 * ```
 *
 * @example A loop of one's own
 * ```ts
 * import { progressBar } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const tell = progressBar("Adding numbers");
 * let sum = 0;
 * for (let n = 1; n <= 1000; n++) {
 *   sum += n;
 *   tell(n, 1000);
 * }
 * assertEquals(sum, 500_500);
 * ```
 */
export function progressBar(
  label = "Trading paths",
  surface: ProgressSurface = surroundings(),
): Progress {
  const action = "build progressBar";
  text(action, "label", label);
  const functions = { show: callable, end: callable, now: callable };
  having("a surface { show, end, now }", functions)(action, "surface", surface);
  let start = 0, shown = -Infinity, underWay = false;
  return (done, total) => {
    const action = "tell progressBar";
    checkWhole(action, "total", total);
    checkWhole(action, "done", done, 0);
    checkThat(action, "done", `at most ${total}`, done, done <= total);
    const now = surface.now();
    const isFirst = !underWay;
    if (isFirst) [start, shown, underWay] = [now, -Infinity, true];
    const state: ProgressState = { label, total, done, seconds: (now - start) / 1000 };
    if (isFirst || now - shown >= REDRAW_MILLISECONDS) {
      shown = now;
      surface.show(progressLine(state), isFirst);
    }
    if (done < total) return;
    surface.end(progressEnd(state));
    underWay = false;
  };
}

function surroundings(): ProgressSurface {
  if (inKernel()) return cell();
  if (typeof Deno === "undefined") return silence();
  return Deno.stderr.isTerminal() ? terminal() : rareLines((line) => console.error(line));
}

function cell(): ProgressSurface {
  let id = "";
  const show = (bundle: MediaBundle, isFirst: boolean) => {
    if (isFirst) id = crypto.randomUUID();
    display({ [displayMethod]: () => bundle }, { id, update: !isFirst });
  };
  return { show, end: (bundle) => show(bundle, false), now: () => performance.now() };
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

const FIRST_LINE_MILLISECONDS = 2000;

/** A line after two seconds, after four, after eight and so on; nothing where a job takes less. */
export function rareLines(
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): ProgressSurface {
  let start = 0, wait = FIRST_LINE_MILLISECONDS;
  const show = (bundle: MediaBundle, isFirst: boolean) => {
    if (isFirst) [start, wait] = [now(), FIRST_LINE_MILLISECONDS];
    if (now() - start < wait) return;
    wait *= 2;
    write(`${bundle["text/plain"]}`);
  };
  return { show, end() {}, now };
}

function silence(): ProgressSurface {
  return { show() {}, end() {}, now: () => performance.now() };
}
