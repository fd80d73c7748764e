/**
 * Wilson's interval for a share: all shares p with |f − Np| <= z·√(Np(1 − p)); Journal of the American
 * Statistical Association 22 (1927).
 */
export function wilsonInterval(hits: number, count: number, z: number): [number, number] {
  const centre = hits + z * z / 2;
  const reach = z * Math.sqrt(hits * (1 - hits / count) + z * z / 4);
  const total = count + z * z;
  return [Math.max(0, (centre - reach) / total), Math.min(1, (centre + reach) / total)];
}

/** The same idea for the mean of a Poisson count: all means μ with |f − μ| <= z·√μ. */
export function poissonInterval(hits: number, z: number): [number, number] {
  const reach = z * Math.sqrt(hits + z * z / 4);
  return [Math.max(0, hits + z * z / 2 - reach), hits + z * z / 2 + reach];
}
