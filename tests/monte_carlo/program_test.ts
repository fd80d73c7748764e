import { assert, assertEquals, assertStringIncludes } from "@std/assert";

/** What a program says, that ends by itself: given up after twenty seconds. */
async function say(body: string): Promise<{ out: string; warned: readonly string[] }> {
  const source = `const names = "@digital-market-maker/lab";
    const { drawPrices, hawkesFlow, scenario, simulate, simulateAsync } = await import(names);
    const job = { ...scenario("readme", { steps: 5, horizon: 5 }), paths: 5000, seed: 1 };
    const last = ({ traders }) => traders.as.finals.profit[4999];
    const expected = last(simulate(job));
    ${body}`;
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["eval", "--quiet", source],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(20_000),
  }).output();
  const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trimEnd();
  assert(success, `the program failed or did not end: ${lines(stderr)}`);
  return { out: lines(stdout), warned: lines(stderr).split("\n").filter((line) => line !== "") };
}

Deno.test("a program that simulated on workers ends by itself, without a call, and heard nothing", async () => {
  const answer = await say(`console.log(last(simulate(job, { workers: 2 })) === expected);
    console.log(last(await simulateAsync(job, { workers: 2 })) === expected);`);
  assertEquals(answer, { out: "true\ntrue", warned: [] });
});

Deno.test("simulate() caps workers by cores and by work, and says the first once", async () => {
  const { out, warned } = await say(`let started = 0;
    const Plain = Worker;
    globalThis.Worker = class extends Plain { constructor(...rest) { super(...rest); started++; } };
    for (let i = 0; i < 2; i++) console.log(last(simulate(job, { workers: 100_000 })) === expected);
    console.log(started <= 2 * Math.min(5, 2 * navigator.hardwareConcurrency));`);
  assertEquals(out, "true\ntrue\ntrue");
  assertEquals(warned.length, 1);
  assertStringIncludes(warned[0], "workers, not on 100000, as this machine has");
});

Deno.test("simulate() is one of its threads, and needs no other to start", async () => {
  const { out } = await say(`const started = [];
    const Plain = Worker;
    globalThis.Worker = class extends Plain { constructor(...rest) { super(...rest); started.push(this); } };
    simulate(job, { workers: 2 });
    await simulateAsync(job, { workers: 2 });
    console.log(started.length);
    globalThis.Worker = class { postMessage() {} terminate() {} };
    console.log(last(simulate(job, { workers: 2 })) === expected);`);
  assertEquals(out, "3\ntrue");
});

Deno.test("simulate() waits for no worker that does not start, however long it trades, and tells the end once", async () => {
  const { out } = await say(`let now = 0;
    performance.now = () => now += 1000;
    globalThis.Worker = class { postMessage() {} terminate() {} };
    const long = { ...scenario("readme"), paths: 100_000, seed: 1, record: { finals: "profit" } };
    const told = [];
    const progress = (done, total) => told.push(done / total);
    const { paths } = simulate(long, { workers: 2, progress });
    console.log(paths, told.length > 60, told.indexOf(1) === told.length - 1);`);
  assertEquals(out, "100000 true true");
});

Deno.test("a program ends by itself where its progress fails, at the beginning or later", async () => {
  const { out } = await say(`for (const from of [1, 0]) {
      const progress = (done) => { if (done >= from) throw new Error("no bar"); };
      try { simulate(job, { workers: 2, progress }); } catch ({ message }) { console.log(message); }
      await simulateAsync(job, { workers: 2, progress }).catch(({ message }) => console.log(message));
    }`);
  assertEquals(out, Array(4).fill("no bar").join("\n"));
});

Deno.test("workers kept for the next run are let go before they hold on to much memory", async () => {
  const { out } = await say(
    `const { endWorkers, keepWorkersWarm } = await import("./lib/monte_carlo/pool.ts");
    keepWorkersWarm();
    let started = 0;
    const Plain = Worker;
    globalThis.Worker = class extends Plain { constructor(...rest) { super(...rest); started++; } };
    // 56 bytes a path and trader: eleven runs make 123 MB.
    const long = { ...job, paths: 100_000 };
    for (let i = 0; i < 11; i++) simulate(long, { workers: 2 });
    console.log(started);
    for (let i = 0; i < 11; i++) simulate(long, { workers: 2 });
    console.log(started);
    endWorkers();`,
  );
  assertEquals(out, "1\n2");
});

Deno.test("simulate() says once why workers cannot trade, and trades all the same", async () => {
  const { out, warned } = await say(`const own = job.market.price;
    const halved = { ...own, name: "halved", draw(grid, random, out) {
      drawPrices(own, grid, random, out);
      out.forEach((value, n) => out[n] = value / 2);
    } };
    const quote = ({ midPrice }) => ({ bidDepth: midPrice / 200, askDepth: 0.6 });
    const strategy = { name: "reader", readsPrice: true, readsTime: false, quote };
    const reader = { ...job.traders.as, strategy };
    const flow = hawkesFlow({ scale: 0.9, decay: 1.5, selfExcitation: 0.2, memory: 2 });
    for (const change of [
      { market: { ...job.market, price: halved } },
      { market: { ...job.market, flow } },
      { traders: { as: job.traders.as, reader } },
    ]) {
      const other = { ...job, ...change };
      const once = last(simulate(other));
      for (let i = 0; i < 2; i++) console.log(last(simulate(other, { workers: 2 })) === once);
    }`);
  assertEquals(out, Array(6).fill("true").join("\n"));
  assertEquals(warned, [
    "Simulating on the calling thread, as workers cannot draw the price process halved",
    "Simulating on the calling thread, as the order flow hawkesFlow remembers its past",
    "Simulating on the calling thread, as reader reads the price",
  ]);
});

Deno.test("simulate() runs on one thread where threads share no memory, and says so once", async () => {
  for (const missing of ["crossOriginIsolated = false", "SharedArrayBuffer = undefined"]) {
    const { out, warned } = await say(`globalThis.${missing};
      for (let i = 0; i < 2; i++) console.log(last(simulate(job, { workers: 2 })) === expected);
      console.log(last(await simulateAsync(job, { workers: 2 })) === expected);`);
    assertEquals(out, "true\ntrue\ntrue");
    assertEquals(warned.length, 1);
    assertStringIncludes(warned[0], "Simulating on one thread, as threads share no memory here");
  }
});

Deno.test("simulate() runs on one thread where a page must not wait; simulateAsync() does not care", async () => {
  const { out, warned } = await say(`Atomics.wait = () => { throw new TypeError("not here"); };
    console.log(last(simulate(job, { workers: 2 })) === expected);
    console.log(last(await simulateAsync(job, { workers: 2 })) === expected);`);
  assertEquals(out, "true\ntrue");
  assertEquals(warned.length, 1);
  assertStringIncludes(warned[0], "a page must not wait for workers");
});
