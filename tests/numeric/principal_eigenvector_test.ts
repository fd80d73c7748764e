import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { principalEigenvector } from "../../lib/numeric/principal_eigenvector.ts";

Deno.test("principalEigenvector() is a half cosine where all states are alike", () => {
  for (const limit of [0, 1, 7, 40]) {
    const diagonal = Array.from({ length: 2 * limit + 1 }, () => -3);
    const { eigenvalue, logs } = principalEigenvector({ diagonal, offDiagonal: 0.5 });
    const angle = Math.PI / (2 * limit + 2);
    assertAlmostEquals(eigenvalue, -3 + Math.cos(angle), 1e-14);
    logs.forEach((log, i) => {
      assertAlmostEquals(log, Math.log(Math.cos(angle * (i - limit))), 1e-11);
    });
  }
});

Deno.test("principalEigenvector() finds ml-matrix's largest eigenvalue", () => {
  const diagonal = Array.from({ length: 25 }, (_, i) => -0.07 * (i - 12) ** 2 + 0.3 * i);
  const matrix = Matrix.diag(diagonal);
  for (let i = 1; i < 25; i++) {
    matrix.set(i, i - 1, 1.3);
    matrix.set(i - 1, i, 1.3);
  }
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const { eigenvalue } = principalEigenvector({ diagonal, offDiagonal: 1.3 });
  assertAlmostEquals(eigenvalue, Math.max(...realEigenvalues), 1e-13);
});

Deno.test("principalEigenvector() solves every row, also where components are 1e-700 of the largest", () => {
  const limit = 150;
  const diagonal = Array.from(
    { length: 2 * limit + 1 },
    (_, i) => -60 * (i - limit) ** 2 + 500 * i,
  );
  const { eigenvalue, logs } = principalEigenvector({ diagonal, offDiagonal: 1 });
  assertEquals(Math.min(...logs) < -700 * Math.LN10, true);
  logs.forEach((log, i) => {
    const left = i > 0 ? Math.exp(logs[i - 1] - log) : 0;
    const right = i < 2 * limit ? Math.exp(logs[i + 1] - log) : 0;
    assertAlmostEquals((diagonal[i] + left + right) / eigenvalue, 1, 1e-11);
  });
});

Deno.test("principalEigenvector() refuses what is no such matrix", () => {
  assertThrows(() => principalEigenvector({ diagonal: [], offDiagonal: 1 }), RangeError, "length");
  assertThrows(() => principalEigenvector({ diagonal: [0], offDiagonal: -1 }), RangeError, "> 0");
});
