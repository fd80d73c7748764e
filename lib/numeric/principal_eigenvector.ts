import { checkPositive } from "../check.ts";
import { bothOf, checkSystem, type TridiagonalSystem } from "./tridiagonal_flow.ts";

/** The largest eigenvalue of a tridiagonal matrix, and its positive eigenvector as logarithms. */
export interface PrincipalEigenvector {
  /** The eigenvalue λ, in 1/time. */
  readonly eigenvalue: number;
  /** ln of each component relative to the largest, which is 0. */
  readonly logs: Float64Array<ArrayBuffer>;
}

/**
 * The direction into which {@linkcode tridiagonalFlow} settles: Bv = λv with λ the largest eigenvalue.
 *
 * Row by row, λ − d_i = η(v_{i−1} + v_{i+1})/v_i. From either end this gives the ratio of neighbours as a
 * continued fraction of positive numbers, so also components too small for a float keep their digits;
 * an eigen-decomposition keeps them relative to the largest component only. The two fractions meet at
 * the largest diagonal element, and λ is where they agree, found by bisection. Where the elements below
 * and above the diagonal differ, v_i = r^i·u_i with r² = lower/upper makes them equal for u.
 *
 * @param system Diagonal and positive off-diagonal of B.
 * @returns Eigenvalue and eigenvector.
 * @throws {RangeError} Where an element is not finite or the off-diagonal not > 0.
 */
export function principalEigenvector(system: TridiagonalSystem): PrincipalEigenvector {
  checkSystem("take principalEigenvector", system);
  const { lower, upper } = bothOf(system.offDiagonal);
  checkPositive("take principalEigenvector", "offDiagonal.lower", lower);
  checkPositive("take principalEigenvector", "offDiagonal.upper", upper);
  const offDiagonal = Math.sqrt(lower * upper);
  const tilt = Math.log(lower / upper) / 2;
  const diagonal = Array.from(system.diagonal);
  const top = diagonal.reduce((a, b) => Math.max(a, b));
  const depth = diagonal.map((d) => (top - d) / offDiagonal);
  const meeting = depth.indexOf(0);

  // In units of η above the largest diagonal element, λ lies in (0, 2).
  let [low, high] = [0, 2];
  for (let middle = 1; middle > low && middle < high; middle = (low + high) / 2) {
    if (excess(depth, meeting, middle) > 0) high = middle;
    else low = middle;
  }
  const { rising, falling } = ratios(depth, meeting, high);
  const logs = new Float64Array(depth.length);
  for (let i = meeting - 1; i >= 0; i--) logs[i] = logs[i + 1] + Math.log(rising[i]);
  for (let i = meeting + 1; i < logs.length; i++) logs[i] = logs[i - 1] + Math.log(falling[i]);
  for (let i = 0; i < logs.length; i++) logs[i] += i * tilt;
  const peak = logs.reduce((a, b) => Math.max(a, b));
  return { eigenvalue: top + high * offDiagonal, logs: logs.map((log) => log - peak) };
}

/** v_i/v_{i+1} from the left end, v_i/v_{i−1} from the right, up to the meeting point. */
function ratios(depth: readonly number[], meeting: number, lambda: number) {
  const rising = new Float64Array(depth.length);
  const falling = new Float64Array(depth.length);
  for (let i = 0; i < meeting; i++) {
    rising[i] = 1 / (lambda + depth[i] - (i > 0 ? rising[i - 1] : 0));
  }
  for (let i = depth.length - 1; i > meeting; i--) {
    falling[i] = 1 / (lambda + depth[i] - (i < depth.length - 1 ? falling[i + 1] : 0));
  }
  return { rising, falling };
}

/** Above zero where λ is too large; a fraction that is not positive says it is too small. */
function excess(depth: readonly number[], meeting: number, lambda: number): number {
  const { rising, falling } = ratios(depth, meeting, lambda);
  const positive = (ratio: number, i: number) => i === meeting || (ratio > 0 && ratio < Infinity);
  const left = rising.subarray(0, meeting);
  if (
    !left.every(positive) || !falling.subarray(meeting).every((r, i) => positive(r, i + meeting))
  ) {
    return -1;
  }
  return lambda - (meeting > 0 ? rising[meeting - 1] : 0) - (falling[meeting + 1] ?? 0);
}
