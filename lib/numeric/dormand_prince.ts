import { type AutonomousSystem, keptSteps } from "./kept_steps.ts";

// Dormand and Prince, "A family of embedded Runge–Kutta formulae" (1980), table 2: RK5(4)7M. A row a
// stage; the last one is the solution of order 5 as well.
const stages = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
// Order 5 less order 4.
const difference = [
  71 / 57600,
  0,
  -71 / 16695,
  71 / 1920,
  -17253 / 339200,
  22 / 525,
  -1 / 40,
];

/**
 * Integrates an autonomous system of differential equations that is not stiff, step by step as far as it is
 * asked to.
 *
 * The pair of Dormand and Prince (1980) of orders 5 and 4.
 *
 * @param system Initial values, slope, and how exact the steps are.
 * @returns y as a function of time >= 0.
 * @throws {RangeError} Where an option is out of its range; when read, where the time is negative or the
 * system is too stiff for the steps allowed.
 */
export function dormandPrince(system: AutonomousSystem): (time: number) => Float64Array {
  const { initial: { length: size }, slope } = system;
  const slopes = Array.from({ length: 7 }, () => new Float64Array(size));
  const trial = new Float64Array(size);
  const errors = new Float64Array(size);

  const step = (y: Float64Array, h: number) => {
    slope(y, slopes[0]);
    stages.forEach((weights, stage) => {
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let j = 0; j < weights.length; j++) sum += weights[j] * slopes[j][i];
        trial[i] = y[i] + h * sum;
      }
      slope(trial, slopes[stage + 1]);
    });
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < 7; j++) sum += difference[j] * slopes[j][i];
      errors[i] = h * sum;
    }
    return { y: trial, errors };
  };
  return keptSteps(system, { order: 5, step });
}
