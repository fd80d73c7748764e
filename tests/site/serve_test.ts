import { dirname } from "node:path";
import { assert, assertEquals } from "@std/assert";
import { serveSite } from "../../lib/site/serve.ts";

const hashed = ["build/114.ee3efb2.js", "build/jlab_core.a86436d.js", "kernel/shared-YIY6I3GW.js"];

async function served(act: (ask: (path: string) => Promise<Response>) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  const site = `${folder}/site`;
  await Deno.mkdir(`${site}/part`, { recursive: true });
  await Deno.writeTextFile(`${folder}/secret.txt`, "secret");
  await Deno.writeTextFile(`${site}/index.html`, "home");
  await Deno.writeTextFile(`${site}/part/a b%.json`, "{}");
  for (const path of hashed) {
    await Deno.mkdir(dirname(`${site}/${path}`), { recursive: true });
    await Deno.writeTextFile(`${site}/${path}`, "1");
  }
  const server = serveSite(site, 0);
  try {
    assertEquals(server.addr.hostname, "127.0.0.1");
    await act((path) =>
      fetch(`http://127.0.0.1:${server.addr.port}${path}`, { redirect: "manual" })
    );
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("serveSite() listens on 127.0.0.1 alone, and gives files, folders and names as they are written", async () => {
  await served(async (ask) => {
    assertEquals(await (await ask("/")).text(), "home");
    for (const path of ["/part", "//part"]) {
      const { status, headers, body } = await ask(path);
      await body?.cancel();
      assertEquals([status, headers.get("location")], [301, "/part/"]);
    }
    const file = await ask("/part/a%20b%25.json");
    assertEquals([file.status, await file.text()], [200, "{}"]);
    assertEquals(file.headers.get("content-type"), "application/json");
  });
});

Deno.test("serveSite() gives nothing from outside its folder, and answers what no address is with 4xx", async () => {
  await served(async (ask) => {
    const paths = [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/part/..%2f..%2fsecret.txt",
    ];
    for (const path of [...paths, "/none", "/index.html/a", "/%", "/%00", "/%ff"]) {
      const answer = await ask(path);
      const text = await answer.text();
      assert(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`);
      assertEquals(text.includes("secret"), false);
    }
  });
});

Deno.test("serveSite() lets a browser keep what has its hash in its name, and ask again for the rest", async () => {
  await served(async (ask) => {
    const kept = async (path: string) => {
      const answer = await ask(path);
      await answer.body?.cancel();
      return answer.headers.get("cache-control");
    };
    for (const path of hashed) assertEquals(await kept(`/${path}`), "max-age=31536000, immutable");
    for (const path of ["/", "/part/a%20b%25.json"]) assertEquals(await kept(path), "no-cache");
  });
});
