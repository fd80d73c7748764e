import { logRatio } from "../numeric/log_ratio.ts";

/**
 * What every optimal depth starts from, by orders of Δ units: m = ln(1 + γΔ/k)/(γΔ), in currency; 1/k as γ → 0.
 *
 * @param gamma Risk aversion γ, in 1/currency; >= 0.
 * @param decay Decay k, in 1/currency; > 0.
 * @param orderSize Order size Δ, in units; > 0.
 */
export function fillTerm(gamma: number, decay: number, orderSize: number): number {
  return logRatio(gamma * orderSize, decay);
}

/**
 * What flow is worth to whoever quotes best: η = A·(1 + γΔ/k)^{−(1 + k/(γΔ))}, in 1/time; A/e as γ → 0.
 *
 * @param scale Scale A, in fills/time; > 0.
 * @param gamma Risk aversion γ, in 1/currency; >= 0.
 * @param decay Decay k, in 1/currency; > 0.
 * @param orderSize Order size Δ, in units; > 0.
 */
export function fillRate(scale: number, gamma: number, decay: number, orderSize: number): number {
  const m = fillTerm(gamma, decay, orderSize);
  return scale * Math.exp(-Math.log1p(gamma * orderSize / decay) - decay * m);
}
