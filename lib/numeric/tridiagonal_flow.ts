/**
 * The exponential of a tridiagonal matrix times a positive vector, component by component.
 *
 * The optimal quotes need *ratios* of neighbouring components, also where a component is 1e-300 of the
 * largest. An eigen-decomposition (ml-matrix has a good one) is exact to 1e-16 of the largest component
 * only, and so are Padé's rational functions. Uniformisation adds and multiplies positive numbers and
 * nothing else, so each component keeps its own fifteen digits: hence our own, in a few lines. The tests
 * hold it against ml-matrix.
 *
 * @module
 */
import { checkNonNegative, checkPositive, checkThat } from "../check.ts";
import { largest } from "./extremes.ts";

/** The linear system v′ = Bv of {@linkcode tridiagonalFlow}. */
export interface TridiagonalSystem {
  /** Diagonal of B, in 1/time; finite. */
  readonly diagonal: ArrayLike<number>;
  /**
   * The off-diagonal elements of B, in 1/time: one number > 0 for all, or `lower` for those below the diagonal
   * (what component i − 1 gives to i) and `upper` for those above; >= 0, not both 0.
   */
  readonly offDiagonal: number | { readonly lower: number; readonly upper: number };
}

/** The system and where it starts. */
export interface TridiagonalFlowOptions extends TridiagonalSystem {
  /** ln v(0), component by component; −Infinity for zero, but not all of them. */
  readonly initialLog: ArrayLike<number>;
}

/** A positive vector as logarithms: component i is exp(top + logs[i]). */
export interface LogVector {
  /** ln of each component relative to the largest, which is 0. */
  readonly logs: Float64Array<ArrayBuffer>;
  /** ln of the largest component. */
  readonly top: number;
}

/** Numbers kept at most on the way to a time: 40 MB, and some seconds of work. */
const most = 5_000_000;

/** Reads v at a time. */
export type LogFlow = (time: number) => LogVector;

/**
 * Solves v′ = Bv for tridiagonal B with positive off-diagonal: v(t) = e^{Bt}·v(0), as logarithms.
 *
 * Uniformisation: with s such that B + sI has no negative element,
 * $$e^{Bt}v = e^{-st}\sum_m \frac{t^m}{m!}(B + sI)^m v$$
 * Long times are cut into equal rungs, kept as they are reached, and every component carries its own
 * scale, so nothing overflows, vanishes or turns negative. A rung is 16 over the largest rate of B, so a time of many
 * rungs in a large system is work: beyond five million numbers kept it is refused, unless v settles before.
 *
 * @param options Diagonal, off-diagonal and ln v(0).
 * @returns v as a function of time >= 0.
 * @throws {RangeError} Where an element is not finite, the off-diagonal not > 0, or v(0) is zero;
 * when read, where the time is negative or too far for so stiff a system.
 * @throws {TypeError} Where diagonal and initial vector differ in length.
 */
export function tridiagonalFlow(options: TridiagonalFlowOptions): LogFlow {
  const { diagonal, offDiagonal, initialLog } = options;
  const action = "build tridiagonalFlow";
  checkSystem(action, options);
  const lengths = [diagonal.length, initialLog.length];
  checkThat(action, "lengths", "equal", lengths, lengths[0] === lengths[1]);
  Array.from(initialLog).forEach((log, i) => {
    checkThat(action, `initialLog[${i}]`, "below Infinity", log, log < Infinity);
  });
  const start = relative(Float64Array.from(initialLog));
  checkThat(action, "largest initialLog", "finite", start.top, start.top > -Infinity);

  const shift = largest(diagonal);
  const depth = Float64Array.from(diagonal, (d) => shift - d);
  const { lower, upper } = bothOf(offDiagonal);
  const rung = 16 / (largest(depth) + lower + upper);
  const ladder = [start];
  // Once a rung repeats the one before, the flow has settled and only grows, by `growth` a rung.
  let settled = Infinity;
  let growth = 0;
  const climb = (time: number) => {
    const rule = `so short that ${most} numbers kept reach it, as the system is stiff`;
    checkThat("read tridiagonalFlow", "time", rule, time, ladder.length * diagonal.length < most);
    const last = ladder[ladder.length - 1];
    const next = advance(depth, lower, upper, last, rung);
    const change = next.logs.map((log, i) => Math.abs(log - last.logs[i]));
    const noise = next.logs.map((log) => 1e-14 * Math.max(1, Math.abs(log)));
    if (change.every((difference, i) => difference <= noise[i])) {
      settled = ladder.length - 1;
      growth = next.top - last.top;
    } else {
      ladder.push(next);
    }
  };

  return (time) => {
    checkNonNegative("read tridiagonalFlow", "time", time);
    const wanted = Math.floor(time / rung);
    while (ladder.length <= wanted && settled === Infinity) climb(time);
    const known = Math.min(wanted, settled);
    const rest = Math.max(0, time - wanted * rung);
    const { logs, top } = advance(depth, lower, upper, ladder[known], rest);
    return { logs, top: top + growth * (wanted - known) + shift * time };
  };
}

/** Refuses a system that is not finite or has no positive off-diagonal. */
export function checkSystem(action: string, { diagonal, offDiagonal }: TridiagonalSystem): void {
  checkPositive(action, "length of diagonal", diagonal.length);
  Array.from(diagonal).forEach((value, i) => {
    checkThat(action, `diagonal[${i}]`, "a finite number", value, Number.isFinite(value));
  });
  const { lower, upper } = bothOf(offDiagonal);
  const positive = lower >= 0 && upper >= 0 && lower + upper > 0 && lower + upper < Infinity;
  checkThat(action, "offDiagonal", "> 0 and finite", offDiagonal, positive);
}

/** The elements below and above the diagonal. */
export function bothOf(offDiagonal: TridiagonalSystem["offDiagonal"]) {
  return typeof offDiagonal === "number" ? { lower: offDiagonal, upper: offDiagonal } : offDiagonal;
}

/** Splits off the largest of some logarithms. */
function relative(logs: Float64Array<ArrayBuffer>): LogVector {
  const top = largest(logs);
  return { logs: logs.map((log) => log - top), top };
}

/** One short step of v′ = (neighbours − depth)v. */
function advance(
  depth: Float64Array,
  lower: number,
  upper: number,
  from: LogVector,
  time: number,
): LogVector {
  if (time === 0) return from;
  const [fromBelow, fromAbove] = [Math.log(lower * time), Math.log(upper * time)];
  const { logs, top } = from;
  const size = logs.length;

  // A component's scale is its own size, or what reaches it from next door within the step.
  const scale = logs.slice();
  const spread = Math.log(Math.max(1, size / 2));
  for (let i = 1; i < size; i++) scale[i] = Math.max(scale[i], scale[i - 1] + fromBelow - spread);
  for (let i = size - 2; i >= 0; i--) {
    scale[i] = Math.max(scale[i], scale[i + 1] + fromAbove - spread);
  }

  const deepest = largest(depth);
  const stay = depth.map((d) => (deepest - d) * time);
  // What nothing has reached yet stays zero.
  const share = (log: number, own: number) => log === -Infinity ? 0 : Math.exp(log - own);
  const left = scale.map((own, i) => i > 0 ? share(fromBelow + scale[i - 1], own) : 0);
  const right = scale.map((own, i) => i < size - 1 ? share(fromAbove + scale[i + 1], own) : 0);
  const bound = largest(stay.map((own, i) => own + left[i] + right[i]));

  // The two ends meet zeros outside.
  let term = new Float64Array(size + 2);
  let next = new Float64Array(size + 2);
  term.set(logs.map((log, i) => share(log, scale[i])), 1);
  const sum = term.slice();
  for (let m = 1, open = true; open; m++) {
    open = m <= bound;
    for (let i = 0; i < size; i++) {
      const value = (stay[i] * term[i + 1] + left[i] * term[i] + right[i] * term[i + 2]) / m;
      next[i + 1] = value;
      sum[i + 1] += value;
      open ||= value > 1e-17 * sum[i + 1];
    }
    [term, next] = [next, term];
  }
  const grown = relative(scale.map((own, i) => own + Math.log(sum[i + 1])));
  return { logs: grown.logs, top: top + grown.top - deepest * time };
}
