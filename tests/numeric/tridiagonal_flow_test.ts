import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { principalEigenvector } from "../../lib/numeric/principal_eigenvector.ts";
import { type LogVector, tridiagonalFlow } from "../../lib/numeric/tridiagonal_flow.ts";

const valley = (limit: number, curvature: number) =>
  Array.from({ length: 2 * limit + 1 }, (_, i) => -curvature * (i - limit) ** 2);
const ones = (diagonal: readonly number[]) => diagonal.map(() => 0);
const absolute = ({ logs, top }: LogVector) => logs.map((log) => log + top);

/** e^{Bt}·v by ml-matrix's symmetric eigen-decomposition: exact relative to the largest component. */
function byDecomposition(
  diagonal: readonly number[],
  off: number,
  start: readonly number[],
  t: number,
) {
  const matrix = Matrix.diag([...diagonal]);
  for (let i = 1; i < diagonal.length; i++) {
    matrix.set(i, i - 1, off);
    matrix.set(i - 1, i, off);
  }
  const { eigenvectorMatrix: u, realEigenvalues } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const modes = u.transpose().mmul(Matrix.columnVector([...start]));
  realEigenvalues.forEach((value, i) => modes.set(i, 0, modes.get(i, 0) * Math.exp(value * t)));
  return u.mmul(modes).getColumn(0);
}

Deno.test("tridiagonalFlow() agrees with ml-matrix's eigen-decomposition", () => {
  for (const [limit, curvature, off, t] of [[5, 0.1, 0.7, 3], [30, 1.35e-4, 0.32, 60]]) {
    const diagonal = valley(limit, curvature).map((d, i) => d + 0.01 * i);
    const start = diagonal.map((_, i) => 1 / (1 + i));
    const flow = tridiagonalFlow({ diagonal, offDiagonal: off, initialLog: start.map(Math.log) });
    const expected = byDecomposition(diagonal, off, start, t);
    const scale = Math.max(...expected);
    absolute(flow(t)).forEach((log, i) => {
      assertAlmostEquals(Math.exp(log) / scale, expected[i] / scale, 1e-13);
    });
  }
});

Deno.test("tridiagonalFlow() keeps the digits of tiny components, where a decomposition loses all", () => {
  // From the middle, a short time reaches component q by q hops: (ηt)^q/q! to the first order in t.
  const diagonal = ones(valley(20, 0));
  const start = diagonal.map((_, i) => i === 20 ? 1 : 0);
  const flow = tridiagonalFlow({ diagonal, offDiagonal: 1, initialLog: start.map(Math.log) });
  const t = 1e-9;
  const { logs } = flow(t);
  let expected = 0;
  for (let q = 1; q <= 20; q++) {
    expected += Math.log(t / q);
    assertAlmostEquals(logs[20 + q], expected, 1e-12);
    assertAlmostEquals(logs[20 - q], expected, 1e-12);
  }
  const wrong = byDecomposition(diagonal, 1, start, t)[40];
  assertGreater(Math.abs(wrong / Math.exp(expected) - 1), 1);
});

Deno.test("tridiagonalFlow() is a semigroup: a time in two parts is the time in one", () => {
  const system = { diagonal: valley(12, 0.3), offDiagonal: 2 };
  const flow = tridiagonalFlow({ ...system, initialLog: ones(system.diagonal) });
  const half = flow(1.7);
  const again = tridiagonalFlow({ ...system, initialLog: half.logs })(2.6);
  const whole = flow(4.3);
  assertAlmostEquals(again.top + half.top, whole.top, 1e-13 * Math.abs(whole.top));
  whole.logs.forEach((log, i) =>
    assertAlmostEquals(again.logs[i], log, 1e-13 * (1 + Math.abs(log)))
  );
});

Deno.test("tridiagonalFlow() starts where it is told, also at zero and at forbidden components", () => {
  const initialLog = [-Infinity, 0, -700, -2000];
  const flow = tridiagonalFlow({ diagonal: [0, 0, 0, 0], offDiagonal: 1, initialLog });
  assertEquals([...flow(0).logs], initialLog);
  assert(flow(1e-300).logs.every(Number.isFinite));
});

Deno.test("tridiagonalFlow() settles into the principal eigenvector, without overflow or loss", () => {
  for (const [limit, curvature, off, t] of [[30, 1.35e-4, 0.32, 1e9], [120, 0.5, 3, 1e7]]) {
    const system = { diagonal: valley(limit, curvature), offDiagonal: off };
    const { logs, eigenvalue } = principalEigenvector(system);
    const flow = tridiagonalFlow({ ...system, initialLog: ones(system.diagonal) });
    const late = flow(t);
    late.logs.forEach((log, i) => assertAlmostEquals(log, logs[i], 1e-9));
    assertAlmostEquals(late.top / t / eigenvalue, 1, 1e-6);
    assert(late.logs.every(Number.isFinite) && Math.min(...late.logs) < -5);
  }
});

Deno.test("tridiagonalFlow() gives the same whatever was asked before", () => {
  const system = { diagonal: valley(10, 0.2), offDiagonal: 1, initialLog: ones(valley(10, 0)) };
  const warm = tridiagonalFlow(system);
  warm(50);
  warm(1e6);
  assertEquals(warm(7.3), tridiagonalFlow(system)(7.3));
});

Deno.test("tridiagonalFlow() refuses what it cannot solve", () => {
  const good = { diagonal: [0, 0], offDiagonal: 1, initialLog: [0, 0] };
  const refuses = (change: Partial<typeof good>, kind: new () => Error, words: string) =>
    assertThrows(() => tridiagonalFlow({ ...good, ...change }), kind, words);
  refuses({ diagonal: [0, NaN] }, RangeError, "diagonal[1] must be a finite number");
  refuses({ offDiagonal: 0 }, RangeError, "offDiagonal must be > 0");
  refuses({ initialLog: [0] }, TypeError, "lengths must be equal");
  refuses({ initialLog: [-Infinity, -Infinity] }, RangeError, "largest initialLog");
  refuses({ initialLog: [0, Infinity] }, RangeError, "initialLog[1]");
  refuses({ initialLog: [NaN, 0] }, RangeError, "initialLog[0]");
  assertThrows(() => tridiagonalFlow(good)(-1), RangeError, "time must be >= 0");
});
