import { checkPositive, checkThat } from "../check.ts";
import { largest, smallest } from "./extremes.ts";
import { type ChainSystem, principalEigenvector } from "./principal_eigenvector.ts";
import { rosenbrock } from "./rosenbrock.ts";
import {
  bothOf,
  type LogFlow,
  tridiagonalFlow,
  type TridiagonalFlowOptions,
} from "./tridiagonal_flow.ts";

/** The system and where it starts. */
export interface ChainFlowOptions extends ChainSystem, TridiagonalFlowOptions {}

/** Numbers that the matrix exponential may take on its way before the integration is quicker: half a second. */
const quick = 500_000;

/** Numbers that the integration may keep on its way, 40 MB, and the longest chain: some seconds of work. */
const most = 5_000_000, longest = 100_000;

/** How near its end a chain has settled: as exact as the integration's steps. */
const SETTLED = 1e-10;

/**
 * Solves a {@linkcode ChainSystem}: by the exponential of the matrix where it is linear in e^y and not too
 * stiff, to all digits, and otherwise by an implicit integration, to ten.
 *
 * @param options Diagonal, off-diagonal, rates and y(0).
 * @returns y as a function of time >= 0.
 * @throws {RangeError} Where an element is not finite or out of its range; when read, where the time is
 * negative or the system too large and stiff.
 */
export function chainFlow(options: ChainFlowOptions): LogFlow {
  const { diagonal, offDiagonal, rates, initialLog } = options;
  if (rates !== undefined) return integrated(options, rates);
  const exact = tridiagonalFlow(options);
  const { lower, upper } = bothOf(offDiagonal);
  const everywhere = Array.from(initialLog).every((log) => log > -Infinity);
  if (!everywhere || lower === 0 || upper === 0) return exact;
  const rate = largest(diagonal) - smallest(diagonal) + lower + upper;
  const effort = (time: number) => time * rate / 16 * diagonal.length;
  let stiff: LogFlow | undefined;
  return (time) =>
    effort(time) <= quick
      ? exact(time)
      : (stiff ??= integrated(options, { lower: 1, upper: 1 }))(time);
}

/**
 * The same by an implicit integration, seen from the pace λ at which all grows in the end: so a long time is
 * no more work than the settling.
 */
function integrated(options: ChainFlowOptions, rates: Required<ChainSystem>["rates"]): LogFlow {
  const action = "build chainFlow";
  const length = options.diagonal.length;
  const rule = `at most ${longest} where it is integrated`;
  checkThat(action, "length of diagonal", rule, length, length <= longest);
  checkPositive(action, "rates.lower", rates.lower);
  checkPositive(action, "rates.upper", rates.upper);
  const initial = Float64Array.from(options.initialLog);
  initial.forEach((log, i) => {
    checkThat(action, `initialLog[${i}]`, "a finite number", log, Number.isFinite(log));
  });
  const { eigenvalue, logs: end } = principalEigenvector({ ...options, rates });
  const { lower, upper } = bothOf(options.offDiagonal);
  const own = Float64Array.from(options.diagonal, (d) => d - eigenvalue);
  const last = own.length - 1;
  const pull = {
    below: (y: Float64Array, i: number) =>
      i === 0 ? 0 : lower * Math.exp(rates.lower * (y[i - 1] - y[i])),
    above: (y: Float64Array, i: number) =>
      i === last ? 0 : upper * Math.exp(rates.upper * (y[i + 1] - y[i])),
  };
  const fastest = initial.reduce((most, _, i) => {
    const leaving = rates.lower * pull.below(initial, i) + rates.upper * pull.above(initial, i);
    return Math.max(most, Math.abs(own[i]), Math.min(leaving, 1e300));
  }, 0);
  const scale = 1 / Math.max(rates.lower, rates.upper);
  const flow = rosenbrock({
    initial,
    firstStep: 1 / fastest,
    scale,
    maxSteps: Math.ceil(most / own.length),
    slope(y, out) {
      for (let i = 0; i <= last; i++) out[i] = own[i] + pull.below(y, i) + pull.above(y, i);
    },
    derivative(y, { below, middle, above }) {
      for (let i = 0; i <= last; i++) {
        below[i] = rates.lower * pull.below(y, i);
        above[i] = rates.upper * pull.above(y, i);
        middle[i] = -below[i] - above[i];
      }
    },
  });
  const seen = (y: Float64Array, time: number) => {
    const peak = largest(y);
    return { logs: y.map((value) => value - peak), top: peak + eigenvalue * time };
  };
  // Looked at in times that double: once it has come to its end it only grows, and no step is needed any more.
  let [looked, settled] = [1 / fastest, false];
  return (time) => {
    while (!settled && 2 * looked < time) {
      looked *= 2;
      const { logs } = seen(flow(looked), looked);
      settled = logs.every((log, i) =>
        Math.abs(log - end[i]) <= SETTLED * Math.max(scale, Math.abs(log))
      );
    }
    return settled && time > looked ? seen(flow(looked), time) : seen(flow(time), time);
  };
}
