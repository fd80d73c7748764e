import { assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import stored from "../../notebooks/recorded_results.json" with { type: "json" };
import { recordedResults, storedNumbers } from "../../lib/notebook/recorded_results.ts";

const eth = stored["ETH perp"];
const nowhere = ["nowhere/trades.csv"];
// Any file will do: what it holds is for the measuring function to know.
const here = [new URL(import.meta.url).pathname];

Deno.test("recordedResults() shows the stored numbers where the files are missing, and measures nothing", async () => {
  const never = () => Promise.reject(new Error("measured"));
  const { numbers, ...about } = await recordedResults("ETH perp", nowhere, never);
  assertEquals(about, { name: "ETH perp", source: storedNumbers, differing: [] });
  assertEquals(numbers, eth);
});

Deno.test("recordedResults() measures where the files are there, to six digits, as plain data", async () => {
  const measure = (paths: readonly string[]) =>
    Promise.resolve({ paths, third: 1 / 3, column: Float64Array.of(2 / 3, Infinity), none: NaN });
  const { source, numbers } = await recordedResults("another", here, measure);
  assertEquals(source, "recorded files");
  const plain: unknown = { paths: here, third: 0.333333, column: [0.666667, null], none: null };
  assertEquals<unknown>(numbers, plain);
});

Deno.test("recordedResults() names what is not as it was stored", async () => {
  const same = await recordedResults("ETH perp", here, () => Promise.resolve(eth));
  assertEquals(same.differing, []);
  const near = {
    ...eth,
    sigma: { ...eth.sigma, value: eth.sigma.value * 1.00005 },
  };
  assertEquals(
    (await recordedResults("ETH perp", here, () => Promise.resolve(near))).differing,
    [],
  );
  const wrong = { ...eth, sigma: { ...eth.sigma, value: eth.sigma.value * 1.001 }, more: 1 };
  const { differing } = await recordedResults("ETH perp", here, () => Promise.resolve(wrong));
  assertEquals(differing, ["ETH perp.sigma.value", "ETH perp.more"]);
  const other = await recordedResults("nobody's", here, () => Promise.resolve({}));
  assertEquals(other.differing, ["nobody's"]);
});

Deno.test("recordedResults() has nothing to show where nothing was stored", async () => {
  await assertRejects(
    () => recordedResults("DOGE", nowhere, () => Promise.resolve({})),
    RangeError,
    "Cannot show results of DOGE as its files are missing and nothing was stored: stored are ETH perp, BTC spot",
  );
});

Deno.test("what is stored are numbers of the recordings, and no trades of theirs", () => {
  assertEquals(Object.keys(stored), ["ETH perp", "BTC spot"]);
  for (const { files, control, decays, through } of Object.values(stored)) {
    assertEquals(files.length, 2);
    assertEquals(through.traders.length, 3);
    // The control was matched at one second, the second of the steps.
    assertAlmostEquals(control.seen[1] / decays[1].decay.value, 1, 0.05);
  }
});
