import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { zipped } from "../market/replay/bytes.ts";

const command = new URL("../../lib/cli/fetch_data.ts", import.meta.url).pathname;
const day = "2024-01-08";
const agg =
  "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n";
const rows = Array.from(
  { length: 3000 },
  (_, i) => `${i},${100 + i % 7},1,1,1,${1_704_672_000_000 + 100 * i},${i % 2 ? "true" : "false"}`,
);
const archive = zipped({ "a.csv": agg + rows.join("\n") + "\n" });

const hex = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))).toHex();

/** An archive on loopback: what it has by the end of the path, and what it was asked. */
async function served(
  files: Readonly<Record<string, Uint8Array>>,
  act: (from: string, asked: string[]) => Promise<void>,
  wrongSum = false,
) {
  const asked: string[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname;
      const range = request.headers.get("range");
      asked.push(path + (range ? ` ${range}` : ""));
      const name = Object.keys(files).find((one) => path.includes(`/${one}/`));
      if (name === undefined) return new Response("no", { status: 404 });
      const bytes = Uint8Array.from(files[name]);
      if (path.endsWith(".CHECKSUM")) {
        const sum = await hex(wrongSum ? Uint8Array.of(1) : bytes);
        return new Response(`${sum}  ${path.split("/").at(-1)!.replace(".CHECKSUM", "")}\n`);
      }
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
      return new Response(bytes.slice(from), { status: from > 0 ? 206 : 200 });
    },
  );
  await act(`http://127.0.0.1:${server.addr.port}`, asked);
}

async function run(...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", "--allow-write", "--allow-net=127.0.0.1", command]
      .concat(args),
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr).trimEnd() };
}

Deno.test("fetch-data writes what the archive has, says what it lacks, and fetches nothing twice", async () => {
  const folder = Deno.makeTempDirSync();
  await served({ aggTrades: archive }, async (from, asked) => {
    const words = ["BTCUSDT", day, "--folder", folder, "--from", from];
    const first = await run(...words);
    assertEquals(first.code, 0, first.stderr);
    const path = `${folder}/BTCUSDT-aggTrades-${day}.zip`;
    assertEquals(Deno.readFileSync(path), archive);
    assertEquals(first.stdout.trim(), `deno task calibrate ${path}`);
    assertStringIncludes(first.stderr, `BTCUSDT-bookTicker-${day}.zip: not in the archive`);
    const again = await run(...words);
    assertStringIncludes(again.stderr, "aggTrades-2024-01-08.zip: there already");
    const name = `BTCUSDT/BTCUSDT-aggTrades-${day}.zip`;
    const whole = asked.filter((path) => path === `/data/futures/um/daily/aggTrades/${name}`);
    assertEquals(whole.length, 1);
  });
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("fetch-data goes on where it was interrupted", async () => {
  const folder = Deno.makeTempDirSync();
  const path = `${folder}/ETHUSDT-aggTrades-${day}.zip`;
  await served({ aggTrades: archive, bookTicker: archive }, async (from, asked) => {
    for (const have of [500, archive.length]) {
      Deno.writeFileSync(`${path}.part`, archive.slice(0, have));
      const { code, stderr } = await run("ETHUSDT", day, "--folder", folder, "--from", from);
      assertEquals(code, 0, stderr);
      assertEquals(Deno.readFileSync(path), archive);
      assert(asked.some((one) => one.endsWith(`bytes=${have}-`)));
      Deno.removeSync(path);
    }
  });
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("fetch-data keeps no file whose sum is another", async () => {
  const folder = Deno.makeTempDirSync();
  await served({ aggTrades: archive }, async (from) => {
    const { code, stderr } = await run("BTCUSDT", day, "--folder", folder, "--from", from);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "what came has another");
    assertEquals([...Deno.readDirSync(folder)].length, 0);
  }, true);
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("fetch-data tells mistakes in one line", async () => {
  const cases = [["BTCUSDT"], ["btcusdt", day], ["BTCUSDT", "2024-02-30"], ["BTCUSDT", "monday"]];
  for (const words of cases) {
    const { code, stdout, stderr } = await run(...words);
    assertEquals([code, stdout, stderr.split("\n").length], [2, "", 1], stderr);
  }
  const folder = Deno.makeTempDirSync();
  const closed = await run("BTCUSDT", day, "--folder", folder, "--from", "http://127.0.0.1:1");
  assertEquals([closed.code, closed.stderr.split("\n").length], [1, 1], closed.stderr);
  await served({}, async (from) => {
    const { code, stderr } = await run("BTCUSDT", day, "--folder", folder, "--from", from);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "the archive has neither");
  });
  Deno.removeSync(folder, { recursive: true });
});
