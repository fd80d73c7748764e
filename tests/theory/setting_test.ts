/** Everything exact is asked in one shape: setting, trader, options. */
import {
  certaintyEquivalent,
  exactLaw,
  exactMoments,
  exactSummary,
  hawkesFlow,
  naive,
  policyTable,
  scenario,
  type Setting,
  type TraderOrTable,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertStrictEquals, assertThrows } from "@std/assert";

const readme = scenario("readme");

/** Every exact question, asked with the same three arguments. */
const questions: Readonly<
  Record<string, (setting: Setting, trader: TraderOrTable) => unknown>
> = {
  exactMoments: (setting, trader) => exactMoments(setting, trader),
  exactLaw: (setting, trader) => exactLaw(setting, trader, { tolerance: 1e-3 }).moments,
  certaintyEquivalent: (setting, trader) =>
    certaintyEquivalent(setting, trader, { riskAversion: 0.01 }),
  exactSummary: (setting, trader) => exactSummary(setting, trader, { riskAversion: 0.01 }),
  policyTable: (setting, trader) => policyTable(setting, trader),
};

for (const [name, ask] of Object.entries(questions)) {
  Deno.test(`${name}() takes a trader by name, as a value, or as a table, and answers alike`, () => {
    const expected = ask(readme, "as");
    const { market, grid, traders: { as } } = readme;
    assertEquals(ask(readme, as), expected);
    assertEquals(ask(readme, policyTable(readme, "as")), expected);
    assertEquals(ask({ market, grid }, as), expected);
    assertEquals(ask({ market, grid, traders: { mine: as } }, "mine"), expected);
  });

  Deno.test(`${name}() says which traders there are, and what no table can hold`, () => {
    assertThrows(
      () => ask(readme, "ass"),
      TypeError,
      'as trader must be one of naive, as: current value is "ass"',
    );
    const { market, grid, traders } = readme;
    assertThrows(() => ask({ market, grid }, "as"), TypeError, "as trader must be");
    for (const none of [undefined, null, 7, {}, []]) {
      assertThrows(
        () => ask(readme, none as unknown as TraderOrTable),
        TypeError,
        "as trader must",
      );
    }
    const reader = { ...traders.as, strategy: { ...traders.as.strategy, readsPrice: true } };
    assertThrows(() => ask(readme, reader), TypeError, "reads the mid-price");
    const flow = hawkesFlow({ scale: 0.9, decay: 1.5, selfExcitation: 0.3, memory: 5 });
    assertThrows(
      () => ask({ market: { ...market, flow }, grid }, traders.as),
      TypeError,
      "as the steps of hawkesFlow are not independent",
    );
    const half = scenario("readme", { horizon: 250, steps: 250 });
    assertThrows(
      () => ask(half, policyTable(readme, "as")),
      RangeError,
      "steps of the table must be",
    );
  });
}

Deno.test("exactMoments() of both traders of readme are the design's numbers", () => {
  const [plain, as] = [exactMoments(readme, "naive"), exactMoments(readme, "as")];
  assertAlmostEquals(plain.mean, 227.45, 0.005);
  assertAlmostEquals(plain.sd, 355.65, 0.005);
  assertAlmostEquals(as.mean, 223.04, 0.005);
  assertAlmostEquals(as.sd, 88.58, 0.005);
});

Deno.test("exactMoments() takes a trader of one's own, on its own terms", () => {
  const { execution } = readme.traders.as;
  const limited = exactMoments(readme, { strategy: naive({ halfSpread: 0.65 }), execution });
  assertEquals(limited.name, "Naive");
  assertEquals(limited.expected.takerTrades > 10, true);
});

Deno.test("exactMoments() reads market and clock from the setting, not from its name", () => {
  const half = scenario("readme", { horizon: 250, steps: 250 });
  assertAlmostEquals(exactMoments({ ...readme, grid: half.grid }, "naive").mean, 227.45 / 2, 0.005);
});

Deno.test("policyTable() gives a table back as it is, and will not stretch one", () => {
  const table = policyTable(readme, "naive", { maxLots: 30 });
  assertStrictEquals(policyTable(readme, table), table);
  assertStrictEquals(policyTable(readme, table, { maxLots: 30 }), table);
  assertThrows(
    () => exactMoments(readme, table, { maxLots: 40 }),
    RangeError,
    "maxLots must be the table's 30, or left out: current value is 40",
  );
});
