/**
 * Random scenarios over wide ranges: what is simulated and what is exact are the same thing, or there is a
 * clear refusal; and nobody is worth more than the optimum in steps.
 */
import { assert, assertGreaterOrEqual, AssertionError } from "@std/assert";
import fc from "fast-check";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { policyRows } from "../scenario/policy_rows.ts";
import type { ScenarioParameters } from "../../lib/scenario/parameters.ts";
import { type Scenario, scenario } from "../../lib/scenario/scenario.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";
import { deviationOf, meanOf } from "../statistics.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const logarithmic = (min: number, max: number) =>
  number(Math.log(min), Math.log(max)).map((x) => Math.exp(x));

const draws = fc.record({
  name: fc.constantFrom("paper" as const, "readme" as const),
  steps: fc.integer({ min: 5, max: 120 }),
  horizon: logarithmic(0.5, 200),
  relativeRisk: logarithmic(1e-12, 10),
  orders: logarithmic(0.01, 30),
  decay: logarithmic(0.2, 5),
  volatility: logarithmic(0.01, 3),
  drift: number(-0.3, 0.3),
  flowBias: fc.oneof(fc.constant(0), number(-1, 1), fc.constantFrom(-1, 1)),
  fills: fc.constantFrom("first-order" as const, "exact" as const),
  breach: fc.constantFrom("cross-one" as const, "flatten" as const, "none" as const),
  limit: fc.oneof(fc.integer({ min: 1, max: 12 }), number(0, 12)),
  crossing: number(0, 2),
  minimum: fc.constantFrom(-Infinity, -0.5, 0, 0.5),
  orderSize: logarithmic(1e-3, 1e3),
  rebate: fc.constantFrom(0, 0.0002, -0.0005),
  fee: fc.constantFrom(0, 0.0005, 0.003),
  spread: fc.constantFrom("paper" as const, "readme" as const),
  timeLeft: fc.constantFrom("clock" as const, { constant: 1 }, { floor: 0.5 }, "infinite" as const),
});

/** A draw as changes of a scenario: depths, prices and deviations are those of one order, whatever its size. */
function changesOf(draw: typeof draws extends fc.Arbitrary<infer T> ? T : never) {
  const { steps, horizon, orders, orderSize: size, decay, rebate, fee, ...rest } = draw;
  const { name, relativeRisk, volatility, drift, limit, crossing, minimum, ...same } = rest;
  const dt = horizon / steps;
  const changes: Partial<ScenarioParameters> = {
    ...same,
    steps,
    horizon,
    rebate,
    fee,
    orderSize: size,
    initialPrice: 100 / size,
    riskAversion: relativeRisk,
    scale: orders / dt,
    decay: decay * size,
    volatility: volatility / Math.sqrt(dt) / decay / size,
    drift: drift / dt / decay / size,
    limit: limit * size,
    crossingCost: crossing / decay / size,
    minimumDepth: minimum / decay / size,
    halfSpread: 0.9 / decay / size,
  };
  return [name, changes] as const;
}

/** Why there was no number, by the words of the refusal without their values. */
const refusals = new Map<string, number>();

function refused(error: unknown): void {
  if (error instanceof AssertionError) throw error;
  assert(error instanceof RangeError || error instanceof TypeError, String(error));
  // A refusal is made at the door, about an option; quotes that fail are a fault of ours.
  assert(!error.message.startsWith("Cannot quote"), error.message);
  assert(/^Cannot .+ must .+/.test(error.message) || / is too /.test(error.message), error.message);
  const reason = error.message.replace(/: current value.*/s, "").replace(/-?\d[\d.e+-]*/g, "…");
  refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
}

Deno.test("any scenario: simulation and exact results within five standard errors, or a clear refusal", () => {
  refusals.clear();
  const runs = 250, paths = 1500;
  fc.assert(
    fc.property(draws, (draw) => {
      const [name, changes] = changesOf(draw);
      try {
        const setting = scenario(name, changes);
        const run = simulate({ ...setting, paths, seed: "any scenario" });
        for (const key of ["naive", "as"] as const) {
          const exact = exactMoments(setting, key);
          const { finals } = run.traders[key];
          const label = `${key}: ${JSON.stringify(changes)}`;
          const rare = hasRareEvents(setting, key);
          agree(finals.profit, exact, rare, `profit of ${label}`);
          agree(finals.finalInventory, exact.finalInventory, rare, `inventory of ${label}`);
        }
      } catch (error) {
        refused(error);
      }
    }),
    { seed: 20240808, numRuns: runs },
  );
  tooManyRefusals(runs);
});

/**
 * Mean and deviation within five standard errors; by Bernstein's inequality, as what is rare is not normal: the
 * farthest value seen counts 25/3 times among all paths.
 */
function agree(
  sample: Float64Array,
  exact: { readonly mean: number; readonly sd: number },
  rare: boolean,
  what: string,
): void {
  const { mean } = meanOf(sample);
  const farthest = Math.max(...sample.map((x) => Math.abs(x - exact.mean)));
  const rounding = 1e-9 * (Math.abs(exact.mean) + farthest);
  const few = 25 / 3 / sample.length;
  const bound = 5 * exact.sd / Math.sqrt(sample.length) + few * farthest + rounding;
  assert(
    Math.abs(mean - exact.mean) <= bound,
    `${what}: ${mean}, exact ${exact.mean} ± ${exact.sd}`,
  );
  const { sd, standardError } = deviationOf(sample);
  const slack = 5 * standardError + 3 * few * farthest * farthest / (sd + exact.sd || 1) + rounding;
  assert(sd - exact.sd <= slack, `deviation, ${what}: ${sd}, exact ${exact.sd}`);
  // What is so rare that no path has met it is missing from the sample's deviation.
  const usual = sample.toSorted()[sample.length >> 1];
  const differ = sample.filter((x) => Math.abs(x - usual) > rounding).length;
  if (!rare && differ >= 100) {
    assert(exact.sd - sd <= slack, `deviation, ${what}: ${sd}, exact ${exact.sd}`);
  }
}

/** Whether, while flat, something happens in fewer than one step in a hundred, but in some. */
function hasRareEvents(setting: Scenario, key: "naive" | "as"): boolean {
  const { stride, maxLots, bidFill, askFill, grid } = policyTable(setting, key);
  const rare = (chance: number) => chance > 0 && chance < 1 && Math.abs(chance - 0.5) > 0.49;
  return Array.from({ length: stride === 0 ? 1 : grid.steps }, (_, n) => n * stride + maxLots)
    .some((at) => rare(bidFill[at]) || rare(askFill[at]));
}

Deno.test("any scenario: nobody is worth more than the optimum in steps, or a clear refusal", () => {
  refusals.clear();
  const runs = 150;
  fc.assert(
    fc.property(draws, (draw) => {
      const [name, changes] = changesOf(draw);
      try {
        const rows = policyRows(scenario(name, { ...changes, ...shorter(changes) }));
        const best = rows.find(({ policy }) => policy === "stepped")!;
        for (const { policy, certaintyEquivalent } of rows) {
          if (certaintyEquivalent === null) continue;
          const slack = 1e-9 * (1 + Math.abs(certaintyEquivalent));
          assertGreaterOrEqual(
            best.certaintyEquivalent! + slack,
            certaintyEquivalent,
            `${policy} in ${name} with ${JSON.stringify(changes)}`,
          );
        }
      } catch (error) {
        refused(error);
      }
    }),
    { seed: 20240808, numRuns: runs },
  );
  tooManyRefusals(runs);
});

/** A third of the session, in steps of the same length. */
function shorter({ steps = 1, horizon = 1 }: Partial<ScenarioParameters>) {
  const fewer = Math.ceil(steps / 3);
  return { steps: fewer, horizon: horizon * fewer / steps };
}

/** At most one draw in five may be refused. */
function tooManyRefusals(runs: number): void {
  const count = [...refusals.values()].reduce((a, b) => a + b, 0);
  assert(count <= runs / 5, `${count} of ${runs}: ${JSON.stringify([...refusals])}`);
}
