import type { Competitor } from "./competitor.ts";

/** This engine's name in the tables. */
export const ENGINE = "this engine";

/** Its name on two threads. */
export const WORKERS = "… on 2 workers";

/** Our engine on one thread, with more to record, and on two threads. */
export function ours(): readonly Competitor[] {
  const engine = [Deno.execPath(), "run", "-q", "--allow-read=lib", "tests/bench/engine.ts"];
  const finals = [...engine, "--finals", "all"];
  return [
    { name: ENGINE, command: engine, pathSteps: 40_000_000, threads: 1 },
    { name: "… with all finals", command: finals, pathSteps: 40_000_000, threads: 1 },
    // Workers take 60 ms to start: work that is long enough for more than one.
    { name: WORKERS, command: [...engine, "--workers", "2"], pathSteps: 200_000_000, threads: 2 },
  ];
}
