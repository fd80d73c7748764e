/**
 * The certainty equivalent of a lottery between two amounts, to risk aversion γ:
 *
 * $$-\frac1\gamma\ln\bigl((1-p)\,e^{-\gamma x} + p\,e^{-\gamma y}\bigr)$$
 * In amounts of money and not their exponentials: γ → 0 leaves the mean with all its digits, and a large γ
 * overflows nowhere.
 *
 * @param gamma Risk aversion γ, in 1/currency; >= 0.
 * @param miss Probability 1 − p of x; by itself, as 1 − p has few digits where p is nearly 1.
 * @param x Amount, in currency.
 * @param chance Probability p of y.
 * @param y Amount, in currency.
 */
export function lottery(gamma: number, miss: number, x: number, chance: number, y: number): number {
  if (chance === 0) return x;
  if (miss === 0) return y;
  const [low, rare, high, often] = x < y ? [x, miss, y, chance] : [y, chance, x, miss];
  const gap = gamma * (high - low);
  if (gamma === 0) return high + rare * (low - high);
  if (gap < 700) return high - Math.log1p(rare * Math.expm1(gap)) / gamma;
  const odds = Math.log(rare) - Math.log(often) + gap;
  return odds > 0
    ? low - (Math.log(rare) + Math.log1p(Math.exp(-odds))) / gamma
    : high - (Math.log(often) + Math.log1p(Math.exp(odds))) / gamma;
}
