import { openDevice } from "../../lib/monte_carlo/gpu/open_device.ts";
import type { Competitor } from "./competitor.ts";
import type { Peers } from "./peers.ts";

/** This engine's name in the tables. */
export const ENGINE = "this engine";

/** Its name on two threads. */
export const WORKERS = "… on 2 workers";

/** Our engine on one thread, with more to record, on two threads, and on the GPU where there is one. */
export async function ours(): Promise<Peers> {
  const engine = [Deno.execPath(), "run", "-q", "--allow-read=lib", "tests/bench/engine.ts"];
  const finals = [...engine, "--finals", "all"];
  const competitors: Competitor[] = [
    { name: ENGINE, command: engine, pathSteps: 40_000_000, threads: 1 },
    { name: "… with all finals", command: finals, pathSteps: 40_000_000, threads: 1 },
    // Workers take 60 ms to start: work that is long enough for more than one.
    {
      name: WORKERS,
      command: [...engine, "--workers", "2"],
      pathSteps: 200_000_000,
      threads: 2,
    },
  ];
  try {
    const { device, adapter } = await openDevice();
    device.destroy();
    const command = [...engine, "--backend", "gpu"];
    const name = `… on WebGPU, ${adapter.replace(/ \(.*/, "")}`;
    // Software adapters use every core there is.
    const threads = navigator.hardwareConcurrency;
    return {
      competitors: [...competitors, { name, command, pathSteps: 40_000_000, threads }],
      missing: [],
    };
  } catch (error) {
    return { competitors, missing: [`WebGPU: ${error instanceof Error ? error.message : error}`] };
  }
}
