import { type AutonomousSystem, keptSteps } from "./kept_steps.ts";

/** The three diagonals of a matrix; what stands before the first row or after the last is not read. */
export interface Diagonals {
  /** Elements left of the diagonal, row by row. */
  readonly below: Float64Array;
  /** The diagonal. */
  readonly middle: Float64Array;
  /** Elements right of the diagonal, row by row. */
  readonly above: Float64Array;
}

/** A system in which each component is moved by itself and its neighbours. */
export interface NeighbourSystem extends AutonomousSystem {
  /** Writes the derivative of f at y, a tridiagonal matrix. */
  readonly derivative: (y: Float64Array, out: Diagonals) => void;
}

// Hairer and Wanner, "Solving Ordinary Differential Equations II" (1996), section IV.10: RODAS, of order 4
// with an error of order 3, stiffly accurate. Stages 1 … 5; the last two also step by what they found.
const diagonal = 0.25;
const ahead = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
];
const carried = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [
    8.083246795921522,
    -7.981132988064893,
    -31.52159432874371,
    16.31930543123136,
    -6.058818238834054,
  ],
];

/**
 * Integrates a stiff system whose components know their neighbours alone: implicit, so that what settles at
 * once does not hold up the rest, and by elimination from neighbour to neighbour, so that a step costs no
 * more than a few explicit ones.
 *
 * @param system Initial values, slope and its derivative, and how exact the steps are.
 * @returns y as a function of time >= 0.
 * @throws {RangeError} Where an option is out of its range; when read, where the time is negative or more
 * steps are needed than allowed.
 */
export function rosenbrock(system: NeighbourSystem): (time: number) => Float64Array {
  const { initial: { length: size }, slope, derivative } = system;
  const column = () => new Float64Array(size);
  const jacobian = { below: column(), middle: column(), above: column() };
  const found = Array.from({ length: 6 }, column);
  const [trial, pivots] = [column(), column()];

  const step = (y: Float64Array, h: number) => {
    derivative(y, jacobian);
    const { below, middle, above } = jacobian;
    const own = 1 / (h * diagonal);
    for (let i = 0; i < size; i++) {
      pivots[i] = own - middle[i] - (i > 0 ? below[i] * above[i - 1] / pivots[i - 1] : 0);
    }
    trial.set(y);
    carried.forEach((weights, stage) => {
      const known = ahead[stage];
      for (let i = 0; known !== undefined && i < size; i++) {
        trial[i] = y[i];
        for (let j = 0; j < known.length; j++) trial[i] += known[j] * found[j][i];
      }
      const right = found[stage];
      slope(trial, right);
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let j = 0; j < stage; j++) sum += weights[j] * found[j][i];
        right[i] += sum / h;
      }
      // (1/(hγ) − J)·U = right, forwards and back.
      for (let i = 1; i < size; i++) right[i] += below[i] * right[i - 1] / pivots[i - 1];
      right[size - 1] /= pivots[size - 1];
      for (let i = size - 2; i >= 0; i--) {
        right[i] = (right[i] + above[i] * right[i + 1]) / pivots[i];
      }
      if (stage >= 4) { for (let i = 0; i < size; i++) trial[i] += right[i]; }
    });
    return { y: trial, errors: found[5] };
  };
  return keptSteps(system, { order: 4, step });
}
