import {
  drawTape,
  execution,
  type MonteCarloJob,
  type MonteCarloResult,
  quantiles,
  scenario,
  simulate,
  simulateAsync,
  streams,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { ownColumn, sharedColumn } from "../../lib/monte_carlo/columns.ts";
import { doneSoFar, waitForMore } from "../../lib/monte_carlo/control.ts";
import { MOST_KEPT } from "../../lib/monte_carlo/fan_histogram.ts";
import { wealthHistogram } from "../../lib/monte_carlo/wealth_histogram.ts";
import { openRun } from "../../lib/monte_carlo/run.ts";
import { workerTasks } from "../../lib/monte_carlo/worker_task.ts";
import { startWorker } from "../../lib/monte_carlo/worker_watch.ts";

const levels = [0.001, 0.05, 0.5, 0.95];
const readme = scenario("readme", { steps: 20, horizon: 20 });
const reader = {
  strategy: {
    name: "reader",
    readsPrice: true,
    readsTime: false,
    quote: ({ midPrice }: { midPrice: number }) => ({ bidDepth: midPrice / 200, askDepth: 0.6 }),
  },
  execution: execution({ orderSize: 0.1 }),
};
const job: MonteCarloJob = {
  ...readme,
  traders: { ...readme.traders, reader },
  paths: MOST_KEPT + 1000,
  seed: 8,
  record: { perStep: true, quantiles: levels },
};

const fansOf = ({ traders }: MonteCarloResult) =>
  Object.values(traders).flatMap(({ perStep }) =>
    [perStep!.wealth, perStep!.inventory].flatMap((fan) =>
      [fan.mean, fan.sd, ...fan.quantiles].map((column) => [...column])
    )
  );

Deno.test("simulate() counts long runs: quantiles within the promised bound, inventories exact", () => {
  const { traders } = simulate(job);
  for (const [key, trader] of Object.entries(job.traders)) {
    const { scale, centre } = wealthHistogram(job, trader, ownColumn);
    const sessions = Array.from(
      { length: job.paths },
      (_, path) => trade(drawTape(job.market, job.grid, streams(8), path), trader),
    );
    for (const n of [0, 1, 7, 20]) {
      const { wealth, inventory } = traders[key].perStep!;
      const exact = quantiles(sessions.map((session) => session.wealth[n]), levels);
      exact.forEach((value, i) => {
        const bound = (scale[n] + Math.abs(value - centre[n])) / 256;
        assertAlmostEquals(wealth.quantiles[i][n], value, bound, `${key} ${n} ${levels[i]}`);
      });
      const units = quantiles(sessions.map((session) => session.inventory[n]), levels);
      units.forEach((value, i) =>
        assertAlmostEquals(inventory.quantiles[i][n], value, 1e-12, `${key} ${n}`)
      );
    }
  }
});

Deno.test("simulate() counts and keeps alike: one path more than can be kept changes little", () => {
  const kept = simulate({ ...job, paths: MOST_KEPT }).traders.as.perStep!.wealth;
  const counted = simulate({ ...job, paths: MOST_KEPT + 1 }).traders.as.perStep!.wealth;
  kept.quantiles.forEach((column, i) => {
    const far = Math.abs(counted.quantiles[i][20] - column[20]);
    assert(far < kept.sd[20] / 100);
  });
});

Deno.test("simulateAsync() counts to the same bits on 1, 2 and 5 workers", async () => {
  const expected = fansOf(simulate(job));
  for (const workers of [1, 2, 5]) {
    assertEquals(fansOf(await simulateAsync(job, { workers })), expected, `${workers} workers`);
    assertEquals(fansOf(simulate(job, { workers })), expected, `${workers} workers`);
  }
});

Deno.test("a worker says that the last path is done when all of them are counted, not before", () => {
  // Long enough that handing over the counts takes a while: a worker told too early is caught at it.
  const { market, grid, traders } = scenario("readme", { steps: 400, horizon: 400 });
  const { plan } = openRun({ ...job, market, grid, traders: { ...traders } }, sharedColumn);
  const { tasks, control } = workerTasks(plan!, 1)!;
  const worker = startWorker();
  worker.postMessage(tasks[0]);
  const end = performance.now() + 60_000;
  for (let done = 0; done < job.paths && performance.now() < end; done = doneSoFar(control)) {
    waitForMore(control, done, 100);
  }
  const { counts } = plan!.recorders[1].fans!.inventory.histogram!;
  const counted = counts.reduce((sum, paths) => sum + paths, 0);
  worker.terminate();
  assertEquals(counted, job.paths * (grid.steps + 1));
});

Deno.test("simulate() counts where nobody trades for a while, or ever", () => {
  const still = scenario("readme", { steps: 3, horizon: 3, scale: 0 });
  const nobody = simulate({ ...job, ...still }).traders.as.perStep!;
  for (const fan of [nobody.wealth, nobody.inventory]) {
    fan.quantiles.forEach((column) => column.forEach((value) => assertAlmostEquals(value, 0, 1)));
  }
  const rare = scenario("readme", { steps: 4, horizon: 4, scale: 0.001 });
  const { wealth, inventory } = simulate({ ...job, ...rare }).traders.as.perStep!;
  assert(wealth.quantiles.every((column) => column.every(Number.isFinite)));
  assertEquals(inventory.quantiles[2][4], 0);
});
