import {
  estimateMean,
  scenario,
  type ScenarioParameters,
  simulate,
} from "@digital-market-maker/lab";
import { AssertionError, assertThrows } from "@std/assert";

/** Profit, its deviation, deviation of final inventory: Avellaneda and Stoikov (2008), tables 1 to 3. */
const TABLES = [
  { riskAversion: 0.1, as: [65.0, 6.6, 2.9], naive: [68.4, 12.7, 8.4] },
  { riskAversion: 0.01, as: [68.6, 8.7, 5.1], naive: [68.8, 12.8, 8.7] },
  { riskAversion: 1, as: [31.4, 5.0, 1.7], naive: [44.0, 11.0, 5.1] },
] as const;

/** The tables' own number of simulations, and half of their last digit. */
const PUBLISHED_PATHS = 1000;
const ROUNDING = 0.05;

/** Simulated rows lie within three standard errors of a run of 1000 sessions, and rounding, of the printed ones. */
function assertAgrees(
  { riskAversion, ...rows }: typeof TABLES[number],
  changes: Partial<ScenarioParameters> = {},
): void {
  const { traders } = simulate({
    ...scenario("paper", { riskAversion, ...changes }),
    paths: 10_000,
    seed: 2008,
  });
  for (const key of ["as", "naive"] as const) {
    const { profit, finalInventory } = traders[key].finals;
    const simulated = estimateMean(profit);
    const inventory = estimateMean(finalInventory);
    // Standard errors grow with √(n/1000) from this run's to one of 1000 sessions.
    const grow = Math.sqrt(profit.length / PUBLISHED_PATHS);
    const numbers = [
      [simulated.mean, simulated.standardError!],
      [simulated.sd!, simulated.sdStandardError!],
      [inventory.sd!, inventory.sdStandardError!],
    ];
    numbers.forEach(([value, error], i) => {
      const gap = Math.abs(value - rows[key][i]);
      if (gap <= 3 * grow * error + ROUNDING) return;
      throw new AssertionError(
        `γ ${riskAversion}, ${key}: simulated ${value}, published ${rows[key][i]}, ` +
          `${gap / (grow * error)} standard errors apart`,
      );
    });
  }
}

for (const table of TABLES) {
  Deno.test(`simulate() of \`paper\` agrees with the published table for γ = ${table.riskAversion}`, () => {
    assertAgrees(table);
  });
}

Deno.test("simulate() of `paper` with another model does not agree with the published tables", () => {
  const wrong: readonly Partial<ScenarioParameters>[] = [
    { fills: "exact" },
    { riskAversion: 0.2 },
    { scale: 130 },
    { volatility: 2.5 },
    { timeLeft: { constant: 1 } },
  ];
  for (const changes of wrong) {
    assertThrows(() => assertAgrees(TABLES[0], changes), AssertionError, "standard errors apart");
  }
});
