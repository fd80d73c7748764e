/**
 * The games of the literature that the engine's own loop does not play, an adversary who moves the drift among
 * them: played here in a loop of their own, and held to what the library says of them.
 */
import {
  arithmeticBrownian,
  certaintyEquivalent,
  execution,
  gueantLehalle,
  type GueantLehalleOptions,
  poissonFlow,
  policyTable,
  streams,
  timeGrid,
  worstDrift,
} from "@digital-market-maker/lab";
import { assertGreater } from "@std/assert";
import { assertWithinStandardErrors, meanOf } from "../statistics.ts";

/** A market in steps, and somebody who trades it. */
function setting(options: GueantLehalleOptions, horizon: number, steps: number) {
  const { volatility, scale, decay } = options;
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility }),
    flow: poissonFlow({ scale, decay }),
  };
  const grid = timeGrid({ horizon, steps });
  const maker = { strategy: gueantLehalle(options), execution: execution() };
  return { market, grid, traders: { maker } };
}

/** Profits less what inventory costs in time and at the end, drift by inventory, path by path. */
function played(
  game: ReturnType<typeof setting>,
  { volatility, maxInventory, terminalPenalty = () => 0 }: GueantLehalleOptions,
  drift: (held: number) => number,
  cost: (held: number) => number,
  seed: number,
): Float64Array {
  const { steps, dt } = game.grid;
  const table = policyTable(game, "maker", { maxLots: maxInventory });
  const random = streams(seed);
  return Float64Array.from({ length: 20_000 }, (_, path) => {
    const moves = new Float64Array(steps), words = new Int32Array(2 * steps);
    random("price", path).normals(moves);
    random("flow", path).words(words);
    let held = 0, total = 0;
    for (let n = 0; n < steps; n++) {
      const at = n * table.stride + held + maxInventory;
      const filled = (k: number, chance: number) => (words[2 * n + k] >>> 0) / 2 ** 32 < chance;
      const [bid, ask] = [filled(0, table.bidFill[at]), filled(1, table.askFill[at])];
      if (bid) total += table.bidDepth[at];
      if (ask) total += table.askDepth[at];
      held += Number(bid) - Number(ask);
      total += held * (drift(held) * dt + volatility * Math.sqrt(dt) * moves[n]) - cost(held) * dt;
    }
    return total - terminalPenalty(Math.abs(held));
  });
}

Deno.test("worstDrift() is what an adversary leaves in simulated sessions: mean and certainty equivalent", () => {
  const bound = 5;
  const options = {
    ...{ riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 8 },
    penalty: (q: number) => bound * Math.abs(q),
  };
  const game = setting(options, 0.5, 100);
  const profits = played(game, options, (held) => -bound * Math.sign(held), () => 0, 3);
  const judged = { bound, maxLots: 8 };
  const mean = worstDrift(game, "maker", judged).value;
  assertWithinStandardErrors(profits, mean, { z: 4 });
  const { value } = worstDrift(game, "maker", { ...judged, riskAversion: 0.1 });
  const utilities = profits.map((profit) => Math.exp(-0.1 * (profit - value)));
  assertWithinStandardErrors(utilities, 1, { z: 4 });
  // Without the adversary it would be seen.
  const idle = worstDrift(game, "maker", { ...judged, bound: 0 }).value;
  assertGreater(idle - mean, 20 * meanOf(profits).standardError);
});

Deno.test("Penalties of inventory are what simulated sessions pay: the market maker who mistrusts the drift", () => {
  const options = {
    ...{ riskAversion: 0, volatility: 0.01, scale: 2, decay: 15, maxInventory: 3 },
    penalty: (q: number) => 20 * 0.01 ** 2 * q * q / 2,
    terminalPenalty: (q: number) => 0.01 * q * q,
  };
  const game = setting(options, 10, 400);
  const { penalty, terminalPenalty } = options;
  const { value } = certaintyEquivalent(game, "maker", {
    ...{ riskAversion: 0, penalty, terminalPenalty, maxLots: 3 },
  });
  const worths = played(game, options, () => 0, penalty, 5);
  assertWithinStandardErrors(worths, value, { z: 4 });
  const free = certaintyEquivalent(game, "maker", { riskAversion: 0, maxLots: 3 }).value;
  assertGreater(free - value, 10 * meanOf(worths).standardError);
});
