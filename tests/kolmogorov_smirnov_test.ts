import { streams } from "@digital-market-maker/lab";
import { assertThrows } from "@std/assert";
import { assertSameLaw } from "./kolmogorov_smirnov.ts";

const sample = (path: number, change = (u: number) => u): Float64Array => {
  const stream = streams("kolmogorov")("uniform", path);
  return Float64Array.from({ length: 10_000 }, () => change(stream.uniform()));
};

Deno.test("assertSameLaw() passes two samples of one law, and a sample with itself", () => {
  assertSameLaw(sample(0), sample(1));
  assertSameLaw(sample(0), sample(0));
});

Deno.test("assertSameLaw() fails where distribution functions are 0.05 apart, also on ties", () => {
  assertThrows(() => assertSameLaw(sample(0), sample(1, (u) => u + 0.05)));
  const coin = (bias: number) => (u: number) => u < 0.5 + bias ? 0 : 1;
  assertSameLaw(sample(0, coin(0)), sample(1, coin(0)));
  assertThrows(() => assertSameLaw(sample(0, coin(0)), sample(1, coin(0.05))));
});

Deno.test("assertSameLaw() has the critical distance 0.0381 for 10 000 values each at 1e-6", () => {
  const grid = Float64Array.from({ length: 10_000 }, (_, i) => i);
  assertSameLaw(grid, grid.map((i) => i + 379.5));
  assertThrows(() => assertSameLaw(grid, grid.map((i) => i + 382.5)));
});
