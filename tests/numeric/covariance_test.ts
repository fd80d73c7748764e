import { assertGreater, assertThrows } from "@std/assert";
import { checkCovariance } from "../../lib/numeric/covariance.ts";

Deno.test("a covariance may be asymmetric by rounding, and nothing else", () => {
  let rounded = 0;
  for (let i = 1; i < 200; i++) {
    const sigma = [i / 7, Math.sqrt(i), 1 / i],
      rho = [[1, 0.3, -0.2], [0.3, 1, 0.1], [-0.2, 0.1, 1]];
    const covariance = sigma.map((a, i) => sigma.map((b, j) => rho[i][j] * a * b));
    if (covariance.some((row, i) => row.some((value, j) => value !== covariance[j][i]))) rounded++;
    checkCovariance("check", covariance, 3);
  }
  assertGreater(rounded, 10);
});

Deno.test("a covariance is refused exactly where some sum of assets would have a negative variance", () => {
  // Two assets that are one up to a sign or size, and a third that must see them alike; in every order.
  const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
  for (const [a, b] of [[1, 1], [1, -1], [2, 0.5], [-3, 1e-3], [1, 0]]) {
    for (const off of [0, 0.2, -0.01, 1e-4]) {
      const rows = [[a * a, a * b, 0.5 * a], [a * b, b * b, 0.5 * b + off * (b || 1)], [0, 0, 1]];
      [rows[2][0], rows[2][1]] = [rows[0][2], rows[1][2]];
      for (const order of orders) {
        const covariance = order.map((i) => order.map((j) => rows[i][j]));
        const check = () => checkCovariance("check", covariance, 3);
        if (off === 0) check();
        else assertThrows(check, Error, "covariance");
      }
    }
  }
});
