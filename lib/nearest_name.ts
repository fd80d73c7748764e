/** The words that stand in options for the letters of formulas. */
const words: Readonly<Record<string, readonly string[]>> = {
  A: ["scale"],
  Delta: ["orderSize"],
  M: ["paths"],
  N: ["steps"],
  Q: ["maxInventory", "limit"],
  S: ["initialPrice", "midPrice", "initialPrices"],
  S0: ["initialPrice", "initialPrices"],
  Sigma: ["covariance"],
  T: ["horizon"],
  a: ["terminalPenalty"],
  b: ["terminalPenalty", "endPenalty"],
  delta: ["halfSpread", "depth"],
  dt: ["steps"],
  gamma: ["riskAversion"],
  k: ["decay"],
  kappa: ["pull", "decay"],
  lambda: ["scale"],
  m: ["meanLevel", "paths"],
  mu: ["drift", "meanLevel"],
  n: ["paths", "steps"],
  phi: ["runningPenalty", "penalty"],
  psi: ["penalty"],
  q: ["inventory", "maxInventory", "limit"],
  rho: ["covariance"],
  sigma: ["volatility"],
  spread: ["halfSpread"],
  t: ["time", "timeLeft"],
  tau: ["timeLeft", "horizon"],
  theta: ["meanLevel", "pull"],
  vol: ["volatility"],
  xi: ["impact"],
};

const greek: Readonly<Record<string, string>> = {
  Δ: "Delta",
  Σ: "Sigma",
  γ: "gamma",
  δ: "delta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ξ: "xi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ψ: "psi",
};

/**
 * The name that was probably meant: the word for a formula's letter (`gamma` and `γ` for `riskAversion`),
 * or the name with the fewest letters missing, added, changed or swapped. Capitals, dashes and underscores
 * do not count.
 *
 * @param given What was written.
 * @param names The names there are.
 * @returns One of the names; undefined where none is near.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const word = words[greek[given] ?? given]?.find((name) => names.includes(name));
  if (word !== undefined) return word;
  const plain = bare(given);
  // A letter in three may be wrong, so that nothing far away is suggested.
  let least = 1 + Math.max(1, Math.floor(plain.length / 3));
  let nearest: string | undefined;
  for (const name of names) {
    const distance = editDistance(plain, bare(name));
    if (distance < least) [least, nearest] = [distance, name];
  }
  return nearest;
}

/**
 * The end of an error about a name that does not exist.
 *
 * @param given What was written.
 * @param names The names there are.
 * @returns `did you mean X?` where one is near, else all names.
 */
export function suggestion(given: string, names: readonly string[]): string {
  const nearest = nearestName(given, names);
  return nearest === undefined ? `there are ${names.join(", ")}` : `did you mean ${nearest}?`;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, "");
}

/** Letters to add, drop, change or swap with a neighbour until `a` is `b`. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
