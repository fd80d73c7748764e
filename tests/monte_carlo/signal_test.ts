import { type MonteCarloJob, scenario, simulateAsync } from "@digital-market-maker/lab";
import { assertRejects } from "@std/assert";

const readme = scenario("readme", { steps: 30, horizon: 30 });
const job: MonteCarloJob = { ...readme, paths: 5000, seed: 11 };

Deno.test("simulateAsync() ends with the signal's reason, before and during a run", async () => {
  const long = { ...job, paths: 10_000_000, record: { finals: "profit" } } as const;
  for (const workers of [1, 2]) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(new Error("enough")), 100);
    await assertRejects(
      () => simulateAsync(long, { workers, signal: control.signal }),
      Error,
      "enough",
    );
    clearTimeout(timer);
    await assertRejects(
      () => simulateAsync(long, { workers, signal: control.signal }),
      Error,
      "enough",
    );
  }
});

Deno.test("simulateAsync() hears a signal that whoever is told of progress gives", async () => {
  for (const workers of [1, 2]) {
    const control = new AbortController();
    const progress = () => control.abort(new Error("seen enough"));
    await assertRejects(
      () => simulateAsync(job, { workers, progress, signal: control.signal }),
      Error,
      "seen enough",
    );
  }
});
