import { checkThat } from "../check.ts";
import { crossing } from "./crossing.ts";
import { largest } from "./extremes.ts";
import { bothOf, checkSystem, type TridiagonalSystem } from "./tridiagonal_flow.ts";

/**
 * Numbers y in a row, each drawn along by its neighbours:
 *
 * $$y_i' = d_i + l\,e^{\kappa_l(y_{i-1} - y_i)} + u\,e^{\kappa_u(y_{i+1} - y_i)}$$
 * with d the diagonal, l and u the elements below and above it. Where both rates κ are 1, v = e^y follows the
 * linear system of {@linkcode TridiagonalSystem}.
 */
export interface ChainSystem extends TridiagonalSystem {
  /** The rates κ_l and κ_u; > 0. @default {1 and 1: linear in e^y} */
  readonly rates?: { readonly lower: number; readonly upper: number };
}

/** Where a chain settles: it grows at one pace, by the largest eigenvalue where it is linear. */
export interface PrincipalEigenvector {
  /** The pace λ, in 1/time. */
  readonly eigenvalue: number;
  /** y, or ln of each component, relative to the largest, which is 0. */
  readonly logs: Float64Array<ArrayBuffer>;
}

/**
 * The direction into which `chainFlow` settles: Bv = λv with λ the largest eigenvalue where it is
 * linear, y′ = λ for all in general.
 *
 * Row by row, λ − d_i = l·e^{κ_l(y_{i−1} − y_i)} + u·e^{κ_u(y_{i+1} − y_i)}. From either end this gives one
 * pull after the other, positive numbers all, as a continued fraction does; so components too small for a
 * float keep their digits, which an eigen-decomposition keeps relative to the largest component only. The
 * two chains meet at the largest diagonal element, and λ is where they agree, found by bisection.
 *
 * @param system Diagonal, positive off-diagonal, and rates where they are not 1.
 * @returns Eigenvalue and eigenvector.
 * @throws {RangeError} Where an element is not finite or the off-diagonal not > 0.
 */
export function principalEigenvector(system: ChainSystem): PrincipalEigenvector {
  checkSystem("take principalEigenvector", system);
  const { lower, upper } = bothOf(system.offDiagonal);
  for (const [side, value] of [["lower", lower], ["upper", upper]] as const) {
    checkThat("take principalEigenvector", `offDiagonal.${side}`, "> 0", value, value > 0);
  }
  const diagonal = Array.from(system.diagonal);
  const top = largest(diagonal);
  const chain: Chain = {
    depth: diagonal.map((d) => top - d),
    lower,
    upper,
    rates: system.rates ?? { lower: 1, upper: 1 },
  };

  // Above the largest diagonal element, λ lies in (0, l + u): the largest y is drawn up by no more.
  const pace = crossing(0, lower + upper, (lambda) => !(excess(chain, lambda) > 0));
  const { meeting, rises, falls } = pulls(chain, pace);
  const logs = new Float64Array(diagonal.length);
  for (let i = meeting - 1; i >= 0; i--) logs[i] = logs[i + 1] + rises[i];
  for (let i = meeting + 1; i < logs.length; i++) logs[i] = logs[i - 1] + falls[i];
  const peak = largest(logs);
  return { eigenvalue: top + pace, logs: logs.map((log) => log - peak) };
}

/** A chain, its diagonal seen from the top. */
interface Chain {
  readonly depth: readonly number[];
  readonly lower: number;
  readonly upper: number;
  readonly rates: { readonly lower: number; readonly upper: number };
}

/**
 * What each row leaves to its inner neighbour at pace λ, up to the meeting point: how far y rises there, and
 * how hard it pulls there in turn.
 */
function pulls({ depth, lower, upper, rates }: Chain, lambda: number) {
  const meeting = depth.indexOf(0);
  const last = depth.length - 1;
  const rises = new Float64Array(depth.length);
  const falls = new Float64Array(depth.length);
  let [fromLeft, fromRight, open] = [0, 0, true];
  for (let i = 0; i < meeting; i++) {
    rises[i] = -Math.log((lambda + depth[i] - fromLeft) / upper) / rates.upper;
    fromLeft = lower * Math.exp(rates.lower * rises[i]);
    open &&= fromLeft > 0 && fromLeft < Infinity;
  }
  for (let i = last; i > meeting; i--) {
    falls[i] = -Math.log((lambda + depth[i] - fromRight) / lower) / rates.lower;
    fromRight = upper * Math.exp(rates.upper * falls[i]);
    open &&= fromRight > 0 && fromRight < Infinity;
  }
  return { meeting, rises, falls, fromLeft, fromRight, open };
}

/** Above zero where λ is too large; a pull that is not positive says it is too small. */
function excess(chain: Chain, lambda: number): number {
  const { fromLeft, fromRight, open } = pulls(chain, lambda);
  return open ? lambda - fromLeft - fromRight : -1;
}
