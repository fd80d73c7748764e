import type { MediaBundle } from "./display.ts";
import { escaped } from "./escaped.ts";

/** How far a long job is. */
export interface ProgressState {
  /** What the job does, such as `Simulating paths`. */
  readonly label: string;
  /** Number of pieces in all. */
  readonly total: number;
  /** Number of pieces done, 0 to `total`. */
  readonly done: number;
  /** Time since the start, in seconds. */
  readonly seconds: number;
}

/**
 * The bar of a running job: share, count, rate and time left, as text and as HTML.
 *
 * @returns An output for a notebook or, by its plain text, a terminal.
 */
export function progressLine(state: ProgressState): MediaBundle {
  const { label, total, done } = state;
  const percent = Math.floor(100 * done / total);
  const facts = [`${percent} %`, count(state), ...pace(state)].join(", ");
  const cells = Math.floor(percent / 5);
  return {
    "text/plain": `${label} [${"#".repeat(cells)}${".".repeat(20 - cells)}] ${facts}`,
    "text/html": `<div style="max-width:40em;font-size:13px;font-variant-numeric:tabular-nums">` +
      `<div style="display:flex;justify-content:space-between;gap:1em">` +
      `<span>${escaped(label)}</span><span>${facts}</span></div>` +
      `<div role="progressbar" aria-label="${escaped(label)}" aria-valuemin="0" ` +
      `aria-valuemax="${total}" aria-valuenow="${done}" aria-valuetext="${facts}" ` +
      `style="height:6px;border-radius:3px;overflow:hidden;background:${TRACK}">` +
      `<div style="height:100%;width:${percent}%;background:${FILL}"></div></div></div>`,
  };
}

/**
 * The line that a job leaves behind.
 *
 * It names no time and no rate, so a notebook's committed output is the same at every run.
 */
export function progressEnd(state: ProgressState): MediaBundle {
  return { "text/plain": `${state.label}: ${count(state)}` };
}

// JupyterLab's and VS Code's own colours follow their theme; the last value serves anywhere else.
const TRACK = "var(--jp-layout-color3,var(--vscode-editorWidget-border,#8884))";
const FILL = "var(--jp-brand-color1,var(--vscode-progressBar-background,#3377cc))";

const whole = new Intl.NumberFormat("en-US");
const rough = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

function count({ done, total }: ProgressState): string {
  return `${whole.format(done)} of ${whole.format(total)}`;
}

function pace({ done, total, seconds }: ProgressState): string[] {
  if (done === 0 || seconds <= 0) return [];
  const rate = done / seconds;
  return [`${rough.format(rate)}/s`, `${duration((total - done) / rate)} left`];
}

function duration(seconds: number): string {
  const rounded = Math.ceil(seconds);
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return `${minutes} min ${rounded % 60} s`;
  return `${whole.format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}
