/** Moments up to the second of profit Y and of the prices' distances D from their starts, on one event. */
export interface JointSums {
  /** Probability of the event. */
  readonly mass: () => number;
  /** E[Y; event], in currency. */
  readonly profit: () => number;
  /** E[(Y − centre)²; event], in currency². */
  readonly profitSquareAbout: (centre: number) => number;
  /** Adds what another event sends here with a probability: Y′ = Y + gain + slopes·D. */
  readonly addTrade: (
    from: JointSums,
    probability: number,
    gain: number,
    slopes: readonly number[],
  ) => void;
  /** Moves the prices by a normal step while inventories are held: D′ = D + ΔS, Y′ = Y + held·ΔS. */
  readonly move: (
    held: readonly number[],
    drift: readonly number[],
    covariance: readonly (readonly number[])[],
    dt: number,
  ) => void;
  /** E[(1, Y, D…)ᵀ(1, Y, D…); event], symmetric, by rows. */
  readonly matrix: () => Float64Array;
}

/**
 * The moments of (1, Y, D_1, …, D_d) as one matrix: an affine map of the vector turns M into T·M·Tᵀ.
 *
 * @param assets Number d of assets.
 * @param probability Probability of the event, at Y = 0 and D = 0. @default {0}
 */
export function jointSums(assets: number, probability = 0): JointSums {
  const size = assets + 2;
  let moments = new Float64Array(size * size);
  moments[0] = probability;

  /** T·M·Tᵀ for T the identity but for the rows given: row → its weights. */
  const mapped = (matrix: Float64Array, rows: ReadonlyMap<number, readonly number[]>) => {
    const left = matrix.slice();
    for (const [i, weights] of rows) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += weights[k] * matrix[k * size + j];
        left[i * size + j] = sum;
      }
    }
    const both = left.slice();
    for (const [i, weights] of rows) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += weights[k] * left[j * size + k];
        both[j * size + i] = sum;
      }
    }
    return both;
  };

  return {
    mass: () => moments[0],
    profit: () => moments[1],
    profitSquareAbout: (centre) =>
      moments[size + 1] - 2 * centre * moments[1] + centre * centre * moments[0],
    matrix: () => moments,
    addTrade(from, probability, gain, slopes) {
      const sent = mapped(from.matrix(), new Map([[1, [gain, 1, ...slopes]]]));
      for (let i = 0; i < sent.length; i++) moments[i] += probability * sent[i];
    },
    move(held, drift, covariance, dt) {
      const mass = moments[0];
      const unit = (i: number) => Array.from({ length: size }, (_, k) => k === i ? 1 : 0);
      const drifted = held.reduce((sum, q, i) => sum + q * drift[i], 0);
      const rows = new Map<number, readonly number[]>([[1, [drifted, ...unit(1).slice(1)]]]);
      drift.forEach((mu, i) => rows.set(i + 2, [mu, ...unit(i + 2).slice(1)]));
      if (drift.some((mu) => mu !== 0)) moments = mapped(moments, rows);
      // The noise of (Y, D): held·ε and ε, whose covariance is Σ·dt.
      const noise = [held, ...held.map((_, i) => held.map((_, j) => i === j ? 1 : 0))];
      for (let i = 0; i < noise.length; i++) {
        for (let j = 0; j < noise.length; j++) {
          let sum = 0;
          noise[i].forEach((a, k) => noise[j].forEach((b, l) => sum += a * covariance[k][l] * b));
          moments[(i + 1) * size + j + 1] += mass * sum * dt;
        }
      }
    },
  };
}
