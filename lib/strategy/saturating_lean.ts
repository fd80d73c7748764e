/** What the lean of {@linkcode saturatingLean} depends on. */
export interface SaturatingLean {
  /** γσ², what a unit held for a unit of time costs; in currency/(units²·time). */
  readonly risk: number;
  /** 2kηΔ, how readily fills take a lean away; in units²/(currency·time). */
  readonly relief: number;
  /** Penalty b on final inventory squared, in currency/units². */
  readonly endPenalty: number;
}

/**
 * How far the quotes lean for each unit held, once the order term is kept to second order: the solution of
 *
 * $$L'(\tau) = \gamma\sigma^2 - 2k\eta\Delta\,L^2,\qquad L(0) = 2b$$
 * $$L = \frac{2b + \ell\tanh(\tau/\bar\tau)}{1 + (2b/\ell)\tanh(\tau/\bar\tau)},\qquad
 * \ell = \sqrt{\frac{\gamma\sigma^2}{2k\eta\Delta}},\qquad \bar\tau = \frac{\ell}{\gamma\sigma^2}$$
 * Avellaneda and Stoikov lean by γσ²τ, which is what it begins as. It saturates at ℓ, from below for 2b < ℓ (τ̄·tanh),
 * from above for 2b > ℓ (τ̄·coth), and is constant for 2b = ℓ. Bergault, Evangelista, Guéant and Vieira (2021), arXiv
 * 1810.04383, in one asset.
 *
 * @returns The lean γσ²·τ_effective at a time left, in currency/unit.
 */
export function saturatingLean(
  { risk, relief, endPenalty }: SaturatingLean,
  timeLeft: number,
): number {
  const turns = Math.sqrt(risk * relief) * timeLeft;
  // tanh(x)/x, so that the limits of no risk and of no relief are part of the formula.
  const share = turns < 1e-8 ? 1 : Math.tanh(turns) / turns;
  const gained = risk * timeLeft * share;
  const worn = 2 * endPenalty * relief * timeLeft * share;
  return (2 * endPenalty + gained) / (1 + worn);
}
