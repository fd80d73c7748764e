import type { CompiledPolicies } from "./compiled_policies.ts";
import { tradePairInFull } from "./kernel_in_full.ts";
import { type DrawnPath, type Lane, tradeBesideSteady, tradePair } from "./kernel.ts";

/** Trades a path for the traders of a run, and writes their finals at a place. */
export type TradeAll = (drawn: DrawnPath, policies: CompiledPolicies, at: number) => void;

/** Puts traders in pairs, and each pair into the loop that suits it; one that is left over is its own pair. */
export function inPairs(lanes: readonly Lane[]): TradeAll {
  const lean = lanes.every(({ finals, policy }) =>
    finals.stepSharpe.length === 0 && !policy.flattens
  );
  const steady = lean ? lanes.filter(({ policy }) => policy.steady) : [];
  const moving = lanes.filter((lane) => !steady.includes(lane));
  const beside = steady.map((lane, i) => [moving[i] ?? lane, lane] as const);
  const rest = moving.slice(steady.length);
  const others = rest.flatMap((lane, i) => i % 2 ? [] : [[lane, rest[i + 1] ?? lane] as const]);
  const tradeTwo = lean ? tradePair : tradePairInFull;
  return (drawn, policies, at) => {
    for (const [one, other] of beside) tradeBesideSteady(drawn, policies, one, other, at);
    for (const [one, other] of others) tradeTwo(drawn, policies, one, other, at);
  };
}
