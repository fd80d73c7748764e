/** `deno task simulate --backend`: with an adapter where there is one, and with none. */
import { scenario, simulate, summary } from "@digital-market-maker/lab";
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { adapterHere, where } from "../monte_carlo/gpu/adapter_here.ts";

/** Deno looks for adapters of this make alone, and finds none. */
const hidden = { DENO_WEBGPU_BACKEND: "none" };
const sentence = /^Running on the CPU, as no graphics adapter was found$/m;

async function task(environment: Record<string, string>, ...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["task", "--quiet", "simulate", "--paths", "400", ...args],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1", ...environment },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), errors: text(stderr) };
}

function cpuStrategies() {
  const { traders } = simulate({ ...scenario("readme"), paths: 400, seed: "1" });
  return { naive: { ...summary(traders.naive.finals) }, as: { ...summary(traders.as.finals) } };
}

Deno.test("deno task simulate --backend gpu without an adapter says so on stderr and runs on the CPU", async () => {
  const { code, out, errors } = await task(hidden, "--json", "--backend", "gpu");
  assertEquals(code, 0);
  assertMatch(errors, sentence);
  const { backend, adapter, strategies } = JSON.parse(out);
  assertEquals([backend, adapter], ["cpu", null]);
  assertEquals(strategies, cpuStrategies());
  const table = await task(hidden, "--backend", "gpu");
  assertMatch(table.errors, sentence);
  assertEquals(table.out, (await task({})).out);
});

Deno.test(`deno task simulate --backend gpu ${where} says who did the work`, async () => {
  const { code, out, errors } = await task({}, "--json", "--backend", "gpu");
  const { backend, adapter, strategies } = JSON.parse(out);
  assertEquals([code, backend], [0, adapterHere === undefined ? "cpu" : "gpu"]);
  assertEquals(adapter, adapterHere ?? null);
  assertEquals(errors.includes("Running on the CPU"), adapterHere === undefined);
  // The adapter draws tapes of its own.
  const same = JSON.stringify(strategies) === JSON.stringify(cpuStrategies());
  assertEquals(same, adapterHere === undefined);
  const table = await task({}, "--backend", "gpu");
  assertEquals(table.out.includes(", on "), adapterHere !== undefined);
});

Deno.test("deno task simulate --backend cpu is what it does unasked, and others are refused", async () => {
  assertEquals((await task({}, "--backend", "cpu")).out, (await task({})).out);
  const { code, out, errors } = await task({}, "--backend", "tpu");
  assertEquals([code, out], [2, ""]);
  assertStringIncludes(
    errors,
    'Cannot read --backend as it must be cpu or gpu: current value is "tpu"',
  );
});
