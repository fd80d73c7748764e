import { sampleMoments, scenario, shareBelow, simulate } from "@digital-market-maker/lab";
import { AssertionError, assertThrows } from "@std/assert";

const PATHS = 10_000;
const { naive, as } = simulate({ ...scenario("readme"), paths: PATHS, seed: 11 }).traders;
const annualised = (sharpe: Float64Array) => sharpe.map((ratio) => ratio * Math.sqrt(252));

/** Passes within four standard errors and half of the last digit that is claimed. */
function assertAbout(value: number, error: number, claimed: number, digit: number): void {
  if (Math.abs(value - claimed) <= 4 * error + digit / 2) return;
  throw new AssertionError(`Expected about ${claimed}: it is ${value} ± ${error}`);
}

/** A value's percentile in a sample, which is known to √(p(1 − p)/n). */
function assertPercentile(sample: Float64Array, value: number, percent: number): void {
  const share = shareBelow(sample, value);
  assertAbout(100 * share, 100 * Math.sqrt(share * (1 - share) / PATHS), percent, 1);
}

Deno.test("`readme`: the README's −200.50 is about the 9th percentile of Naive's profit", () => {
  assertPercentile(naive.finals.profit, -200.5, 9);
  assertThrows(() => assertPercentile(naive.finals.profit, -200.5, 12));
});

Deno.test("`readme`: the README's +220.15 is about the 49th percentile of AS's profit", () => {
  assertPercentile(as.finals.profit, 220.15, 49);
});

Deno.test("`readme`: the README's Sharpe of 1.73 is about the 45th percentile of AS's", () => {
  assertPercentile(annualised(as.finals.stepSharpe), 1.73, 45);
});

Deno.test("`readme`: the Sharpe of a step × √252 is on average 1.83 for AS and 0.67 for Naive", () => {
  for (const [{ finals }, claimed] of [[as, 1.83], [naive, 0.67]] as const) {
    const { mean, sd } = sampleMoments(annualised(finals.stepSharpe));
    assertAbout(mean, sd! / Math.sqrt(PATHS), claimed, 0.01);
    assertThrows(() => assertAbout(mean, sd! / Math.sqrt(PATHS), claimed + 0.1, 0.01));
  }
});
