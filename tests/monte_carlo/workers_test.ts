import {
  drawPrices,
  execution,
  type MonteCarloJob,
  type MonteCarloResult,
  type PriceProcess,
  scenario,
  simulate,
  simulateAsync,
} from "@digital-market-maker/lab";
import { assert, assertEquals, assertLess, assertRejects, assertThrows } from "@std/assert";
import { ownColumn } from "../../lib/monte_carlo/columns.ts";
import {
  beat,
  doneSoFar,
  newControl,
  setFailed,
  setStatus,
  WORKING,
} from "../../lib/monte_carlo/control.ts";
import { openRun } from "../../lib/monte_carlo/run.ts";
import { workerTasks } from "../../lib/monte_carlo/worker_task.ts";
import { startWorker, watchWorkers } from "../../lib/monte_carlo/worker_watch.ts";

const readme = scenario("readme", { steps: 30, horizon: 30 });
const job: MonteCarloJob = {
  ...readme,
  paths: 5000,
  seed: 11,
  record: { perStep: true, quantiles: [0.05, 0.5], sessions: [4999, 0] },
};

/** Every number of a result, with the bits of each. */
function bits({ traders }: MonteCarloResult): string {
  const columns = (key: string, value: unknown) =>
    ArrayBuffer.isView(value) ? [key, ...value as Float64Array].join() : value;
  return JSON.stringify(traders, columns);
}

const reader = {
  strategy: {
    name: "reader",
    readsPrice: true,
    readsTime: false,
    quote: ({ midPrice }: { midPrice: number }) => ({ bidDepth: midPrice / 200, askDepth: 0.6 }),
  },
  execution: execution(),
};

Deno.test("simulateAsync() gives the same bits on 1, 2 and 5 workers, and so does simulate()", async () => {
  const expected = bits(simulate(job));
  for (const workers of [1, 2, 5]) {
    assertEquals(
      bits(await simulateAsync(job, { workers })) === expected,
      true,
      `${workers} workers`,
    );
  }
  for (const workers of [1, 2, 5]) {
    assertEquals(bits(simulate(job, { workers })) === expected, true, `${workers} workers`);
  }
  assert(bits(simulate({ ...job, seed: 12 })) !== expected);
});

Deno.test("simulateAsync() trades on this thread what workers cannot", async () => {
  const record = { perStep: true };
  const mixed = { ...job, paths: 1500, record, traders: { reader, as: readme.traders.as } };
  const expected = bits(simulate(mixed));
  assertEquals(bits(await simulateAsync(mixed, { workers: 2 })) === expected, true);
  assertEquals(bits(simulate(mixed, { workers: 2 })) === expected, true);
  const { price } = readme.market;
  const halved: PriceProcess = {
    ...price,
    draw(grid, random, out) {
      drawPrices(price, grid, random, out);
      out.forEach((price, n) => out[n] = price / 2);
    },
  };
  const borrowed = { ...job, market: { ...readme.market, price: halved } };
  assertEquals(bits(await simulateAsync(borrowed, { workers: 2 })), bits(simulate(borrowed)));
});

Deno.test("simulate() and simulateAsync() tell progress from 0 to every path, once, and never count back", async () => {
  const mixed = { ...job, record: {}, traders: { reader, as: readme.traders.as } };
  for (const told of [job, mixed]) {
    for (const workers of [1, 2]) {
      const seen: number[][] = [[], []];
      const tell = (which: number) => (done: number, total: number) => {
        assertEquals(total, 5000);
        seen[which].push(done);
      };
      await simulateAsync(told, { workers, progress: tell(0) });
      simulate(told, { workers, progress: tell(1) });
      for (const counts of seen) {
        assertEquals([counts[0], counts.indexOf(5000)], [0, counts.length - 1]);
        assertEquals(counts, counts.toSorted((a, b) => a - b));
      }
    }
  }
});

Deno.test("simulate() and simulateAsync() refuse a number of workers that is none", async () => {
  for (const workers of [0, 1.5, NaN]) {
    assertThrows(() => simulate(job, { workers }), RangeError, "workers must be");
    await assertRejects(() => simulateAsync(job, { workers }), RangeError, "workers must be");
  }
  for (const progress of [true, null] as never[]) {
    const words = "such as progressBar()";
    assertThrows(() => simulate(job, { progress }), TypeError, words);
    await assertRejects(() => simulateAsync(job, { progress }), TypeError, words);
  }
});

Deno.test("a worker that fails says why, through shared memory", async () => {
  const { plan } = openRun({ ...job, record: {} }, ownColumn);
  const { tasks, control } = workerTasks(plan!, 1)!;
  const worker = startWorker();
  const ended = new Promise((resolve) => worker.onmessage = resolve);
  const grid = { ...plan!.grid, steps: 2 ** 52 };
  worker.postMessage({ ...tasks[0], plan: { ...tasks[0].plan, grid } });
  await ended;
  assertThrows(
    watchWorkers(control),
    Error,
    "Cannot simulate on workers: Invalid typed array length",
  );
  worker.terminate();
});

Deno.test("watchWorkers() gives up on workers that do not start, and not on those that do", () => {
  let now = 0;
  const look = watchWorkers(newControl(2), () => now);
  for (; now <= 30_000; now += 100) assertEquals(look(), 0);
  assertThrows(look, Error, "Cannot simulate on workers: none has started in 30 seconds");

  const started = newControl(2);
  const patient = watchWorkers(started, () => now);
  setStatus(started, 1, WORKING);
  now = 1e9;
  assertEquals(patient(), 0);
  setFailed(started, 0, "out of paper");
  assertThrows(patient, Error, "workers: out of paper");
});

Deno.test("watchWorkers() is as patient as the machine is busy: looks that come late count little", () => {
  let now = 0;
  const look = watchWorkers(newControl(2), () => now);
  // Two seconds from look to look in place of a tenth: five minutes, not thirty seconds.
  for (; now <= 300_000; now += 2000) assertEquals(look(), 0);
  assertThrows(look, Error, "none has started");
});

Deno.test("a worker whose caller falls silent ends itself", async () => {
  // A minute's work.
  const long = scenario("readme", { steps: 100_000, horizon: 100_000 });
  const { plan } = openRun({ ...long, seed: 1, paths: 100_000 }, ownColumn);
  const { tasks, control } = workerTasks(plan!, 1)!;
  const worker = startWorker();
  beat(control);
  worker.postMessage(tasks[0]);
  const second = () => new Promise((resolve) => setTimeout(resolve, 1000));
  // A worker that went on would move the count in every second of the thirty.
  let before = -1, seconds = 0;
  for (; doneSoFar(control) !== before || before === 0; seconds++) {
    assertLess(seconds, 30, "the worker went on");
    before = doneSoFar(control);
    await second();
  }
  assert(before > 0);
  // A caller that was only slow learns that paths are missing.
  assertThrows(watchWorkers(control), Error, "the caller has been silent for two seconds");
  worker.terminate();
});
