import {
  execution,
  hawkesFlow,
  type MonteCarloJob,
  monteCarloOnGpu,
  scenario,
  simulate,
} from "@digital-market-maker/lab";
import { assertEquals, assertRejects } from "@std/assert";
import { inTime } from "../../../lib/monte_carlo/gpu/open_device.ts";
import { whyNotOnGpu } from "../../../lib/monte_carlo/gpu/why_not.ts";

const job = { ...scenario("readme"), paths: 50, seed: 6 };

/** Runs the job where the system's WebGPU is this, and answers with what was said. */
async function saidWith(gpu: unknown): Promise<readonly string[]> {
  const said: string[] = [];
  Object.defineProperty(navigator, "gpu", { configurable: true, value: gpu });
  try {
    const { backend, traders } = await monteCarloOnGpu(job, { onFallback: (s) => said.push(s) });
    assertEquals(backend, "cpu");
    const expected = simulate(job).traders;
    assertEquals(traders.naive.finals, expected.naive.finals);
    assertEquals(traders.as.finals, expected.as.finals);
  } finally {
    Reflect.deleteProperty(navigator, "gpu");
  }
  return said;
}

const never = new Promise<never>(() => {});
const withDevice = (device: object) => ({
  requestAdapter: () =>
    Promise.resolve({
      limits: {},
      info: {},
      requestDevice: () =>
        Promise.resolve({
          destroy() {},
          pushErrorScope() {},
          popErrorScope: () => Promise.resolve(null),
          lost: never,
          ...device,
        }),
    }),
});
const refusal = { type: "error", message: "mixing * and >>", lineNum: 35 };

const systems: readonly (readonly [string, unknown, string])[] = [
  ["no WebGPU", undefined, "WebGPU is not offered here"],
  ["no adapter", { requestAdapter: () => Promise.resolve(null) }, "no graphics adapter was found"],
  [
    "an adapter that fails",
    { requestAdapter: () => Promise.reject(new Error("driver too old\nmore")) },
    "driver too old",
  ],
  [
    "a device that refuses the shader",
    withDevice({
      createShaderModule: () => ({
        getCompilationInfo: () => Promise.resolve({ messages: [refusal] }),
      }),
    }),
    "the shader was refused: mixing * and >> (35)",
  ],
  [
    "a device that is lost",
    withDevice({
      lost: Promise.resolve({ message: "unplugged" }),
      createShaderModule: () => ({ getCompilationInfo: () => never }),
    }),
    "the graphics adapter was lost: unplugged",
  ],
];
for (const [name, gpu, reason] of systems) {
  Deno.test(`monteCarloOnGpu() says why and gives the CPU's numbers with ${name}`, async () => {
    assertEquals(await saidWith(gpu), [`Running on the CPU, as ${reason}`]);
  });
}

Deno.test("inTime() gives up a promise that does not settle, and lets others through", async () => {
  await assertRejects(
    () => inTime(never, 20, "nobody"),
    Error,
    "nobody did not answer in 0.02 seconds",
  );
  assertEquals(await inTime(Promise.resolve(5), 1000, "somebody"), 5);
  const failing = () => inTime(Promise.reject(new Error("no")), 1000, "somebody");
  await assertRejects(failing, Error, "no");
});

Deno.test("whyNotOnGpu() names what the shader cannot trade, and nothing in the scenarios", async () => {
  const { market, traders: { as } } = job;
  for (const name of ["paper", "readme", "toxic", "gbm"] as const) {
    assertEquals(whyNotOnGpu({ ...scenario(name), paths: 1, seed: 1 }), undefined);
  }
  const reader = { ...as, strategy: { ...as.strategy, name: "reader", readsPrice: true } };
  const pushing = { ...as, execution: execution({ impact: 1, limit: 5, breach: "flatten" }) };
  const borrowed = { ...market.price, draw: scenario("gbm").market.price.draw };
  const excited = hawkesFlow({ scale: 0.5, decay: 1.5, selfExcitation: 0.3, memory: 2 });
  const record = "the GPU keeps nothing for single steps";
  const cases: readonly (readonly [Partial<MonteCarloJob>, string])[] = [
    [{ record: { perStep: true } }, record],
    [{ record: { quantiles: [0.5] } }, record],
    [{ traders: { as, reader } }, "no table can hold what reader quotes"],
    [{ traders: { pushing } }, "no table can hold what Avellaneda–Stoikov quotes"],
    [{ market: { ...market, flow: excited } }, `the GPU does not draw ${excited.name}`],
    [
      { market: { ...market, price: { ...market.price, name: "mine" } } },
      "the GPU does not draw mine",
    ],
    [
      { market: { ...market, price: borrowed } },
      "the GPU does not draw arithmeticBrownian",
    ],
  ];
  for (const [changes, reason] of cases) {
    assertEquals(whyNotOnGpu({ ...job, ...changes }), reason);
    const said: string[] = [];
    const changed: MonteCarloJob = { ...job, paths: 3, ...changes };
    const { traders } = await monteCarloOnGpu(changed, { onFallback: (s) => said.push(s) });
    assertEquals(said, [`Running on the CPU, as ${reason}`]);
    for (const [key, { finals }] of Object.entries(simulate(changed).traders)) {
      assertEquals(traders[key].finals, finals);
    }
  }
});
