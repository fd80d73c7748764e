import type { Competitor } from "./competitor.ts";

/** This engine's name in the tables, profit and final inventory recorded, in its steady state. */
export const ENGINE = "this engine";
/** The first `simulate` of a process, as a user calls it: all finals, tables and compilation included. */
export const FIRST = "simulate, first call, 50,000 paths";
/** The same with more to do. */
export const MILLION = "simulate, first call, 1,000,000 paths";
/** A million paths on two threads. */
export const WORKERS = "… on 2 workers";

/** Our engine as it is measured beside its peers, and as it is used. */
export function ours(): readonly Competitor[] {
  const command = [Deno.execPath(), "run", "-q", "--allow-read=lib", "tests/bench/engine.ts"];
  const all = [...command, "--finals", "all"], first = [...all, "--warm-up", "0"];
  const one = { threads: 1, told: "scenario" } as const;
  return [
    { name: ENGINE, command, paths: 200_000, ...one },
    { name: "… with all finals", command: all, paths: 200_000, ...one },
    { name: "simulate, first call, 1,000 paths", command: first, paths: 1000, ...one },
    { name: FIRST, command: first, paths: 50_000, ...one },
    { name: MILLION, command: first, paths: 1_000_000, ...one },
    {
      name: WORKERS,
      command: [...first, "--workers", "2"],
      paths: 1_000_000,
      threads: 2,
      told: "scenario",
    },
  ];
}
