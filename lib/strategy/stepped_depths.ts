/** What one step of the engine's model is made of, per lot. */
export interface SteppedMarket {
  /** Risk aversion γ, in 1/currency; > 0. */
  readonly gamma: number;
  /** Decay k, in 1/currency. */
  readonly decay: number;
  /** Expected orders A·dt that reach the mid in a step. */
  readonly expected: number;
  /** Whether a fill has probability min(1, λ·dt); else 1 − e^{−λ·dt}. */
  readonly saturates: boolean;
  /** Earned by a fill beside its depth, in currency. */
  readonly extra: number;
}

/** The best depths of one step. */
export interface SteppedDepths {
  /** Bid depth, in currency; Infinity for no bid. */
  readonly bidDepth: number;
  /** Ask depth, in currency; Infinity for no ask. */
  readonly askDepth: number;
  /** What the step makes of E[e^{−γW}]: the smallest there is. */
  readonly factor: number;
}

/**
 * The depths that minimise E[e^{−γW}] over one step in which both sides can be filled.
 *
 * Given the bid, the best ask follows from a first-order condition, and the bid from the ask; they meet
 * after a few turns, as each depends on the other only through the chance that both are filled.
 *
 * @param market The step.
 * @param above ln of what one more lot makes of E[e^{−γW}] to come; Infinity forbids it.
 * @param below The same for one lot less.
 */
export function bestDepths(market: SteppedMarket, above: number, below: number): SteppedDepths {
  const [more, less] = [Math.exp(above), Math.exp(below)];
  let bid = fill(market, above === Infinity ? Infinity : bestDepth(market, above));
  let ask = fill(market, below === Infinity ? Infinity : bestDepth(market, below));
  for (let turn = 0; turn < 100; turn++) {
    const [lastBid, lastAsk] = [bid.depth, ask.depth];
    if (above < Infinity) {
      const without = 1 - ask.chance + (below < Infinity ? ask.chance * ask.earned * less : 0);
      const withOne = (1 - ask.chance) * more + ask.chance * ask.earned;
      bid = fill(market, bestDepth(market, Math.log(withOne / without)));
    }
    if (below < Infinity) {
      const without = 1 - bid.chance + (above < Infinity ? bid.chance * bid.earned * more : 0);
      const withOne = (1 - bid.chance) * less + bid.chance * bid.earned;
      ask = fill(market, bestDepth(market, Math.log(withOne / without)));
    }
    if (close(bid.depth, lastBid) && close(ask.depth, lastAsk)) break;
  }
  const [b, a] = [bid.chance, ask.chance];
  const factor = (1 - a) * (1 - b) + (b > 0 ? (1 - a) * b * bid.earned * more : 0) +
    (a > 0 ? a * (1 - b) * ask.earned * less : 0) + a * b * ask.earned * bid.earned;
  return { bidDepth: bid.depth, askDepth: ask.depth, factor };
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-14 * (1 + Math.abs(a));
}

/** Depth, fill probability and e^{−γ·(depth + extra)}. */
function fill({ gamma, decay, expected, saturates, extra }: SteppedMarket, depth: number) {
  const orders = expected * Math.exp(-decay * depth);
  const chance = saturates ? Math.min(1, orders) : -Math.expm1(-orders);
  return { depth, chance, earned: depth === Infinity ? 0 : Math.exp(-gamma * (depth + extra)) };
}

/**
 * The depth that maximises chance(δ)·(1 − e^{change − γ(δ + extra)}), with `change` the ln of what the fill makes
 * of E[e^{−γW}] to come.
 *
 * With λ the expected orders at δ, e^{γ(δ + extra) − change} = 1 + (γ/k)·(e^λ − 1)/λ, or the same without
 * the last factor, but where the chance is at most 1, in the first-order rule.
 */
function bestDepth(
  { gamma, decay, expected, saturates, extra }: SteppedMarket,
  change: number,
): number {
  const indifferent = change / gamma - extra;
  const least = indifferent + Math.log1p(gamma / decay) / gamma;
  if (saturates) return Math.max(least, Math.log(expected) / decay);
  const excess = (depth: number) => {
    const orders = expected * Math.exp(-decay * depth);
    const crowding = orders < 1e-12 ? 1 : Math.expm1(orders) / orders;
    return depth - indifferent - Math.log1p(gamma / decay * crowding) / gamma;
  };
  let [low, high] = [least, Math.max(least, indifferent) + 1 / decay];
  while (excess(high) < 0) high += high - low;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}
