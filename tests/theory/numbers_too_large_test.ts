/**
 * Amounts far outside all use: whatever is told is a number, or the amount is refused by its name. NaN and Infinity
 * come out of nothing.
 */
import { assert } from "@std/assert";
import fc from "fast-check";
import { pathsSummary, scenario, simulate, tradersOf } from "@digital-market-maker/lab";
import { exactSummary } from "@digital-market-maker/lab";
import type { TraderName } from "@digital-market-maker/lab";

const keys = [
  "initialPrice",
  "volatility",
  "drift",
  "horizon",
  "scale",
  "decay",
  "riskAversion",
  "halfSpread",
  "crossingCost",
  "minimumDepth",
  "rebate",
  "fee",
  "orderSize",
  "limit",
] as const;

const draws = fc.record({
  name: fc.constantFrom("paper" as const, "readme" as const, "gbm" as const),
  trader: fc.constantFrom<TraderName>(
    ...["naive", "as", "saturating", "infinite", "stepped"] as const,
    ...["glft", "asymptotic", "closedForm", "cj"] as const,
  ),
  changed: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...keys),
      exponent: fc.oneof(fc.integer({ min: -323, max: 308 }), fc.integer({ min: -30, max: 30 })),
      sign: fc.constantFrom(1, 1, 1, -1),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 3 },
  ),
});

/** Every number of a result, with its name. */
function numbersOf(value: unknown, name = ""): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[name, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => numbersOf(own, `${name}.${key}`));
}

/** Functions of the inside that no reader of a message has called. */
const inner = /tridiagonal|Eigenvector|logRatio|integrate|sampleMoments|chainFlow/;

Deno.test("amounts out of all proportion give numbers, or a refusal that names them", () => {
  let [solved, refused] = [0, 0];
  fc.assert(
    fc.property(draws, ({ name, trader, changed }) => {
      const changes = Object.fromEntries(
        changed.map(({ key, exponent, sign }) => [key, sign * Number(`1e${exponent}`)]),
      );
      const who = name === "gbm" ? "as" : trader;
      const results: readonly (() => unknown)[] = [
        () => {
          const setting = scenario(name, { ...changes, steps: 12 });
          const { [who]: one } = tradersOf(setting, [who]);
          return exactSummary(setting, one, { riskAversion: setting.parameters.riskAversion });
        },
        () => {
          const setting = scenario(name, { ...changes, steps: 12 });
          const { traders } = simulate({ ...setting, paths: 8, seed: 1 });
          return [traders.naive, traders.as].map(({ finals }) => pathsSummary(finals));
        },
      ];
      for (const result of results) {
        const told = `${who} in ${name} with ${JSON.stringify(changes)}`;
        try {
          for (const [key, value] of numbersOf(result())) {
            assert(Number.isFinite(value), `${key} is ${value}: ${told}`);
          }
          solved++;
        } catch (error) {
          const right = error instanceof RangeError || error instanceof TypeError;
          assert(
            right && /^Cannot .+ must .+: current value/.test(error.message),
            `${error} ${told}`,
          );
          assert(!inner.test(error.message), `${error.message} ${told}`);
          refused++;
        }
      }
    }),
    { seed: 20240808, numRuns: 400 },
  );
  assert(solved > 150 && refused > 150, `${solved} solved, ${refused} refused`);
});
