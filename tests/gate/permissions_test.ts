import { assert, assertEquals, assertMatch } from "@std/assert";
import { granted, reasons, unreasoned } from "./permissions.ts";
import { tasks } from "./tasks.ts";

Deno.test("every permission of every task has a reason, and every reason its permission", () => {
  const wrong = Object.entries(tasks).flatMap(([name, { command }]) =>
    unreasoned(name, command, reasons[name])
  );
  assertEquals(wrong, []);
  assertEquals(Object.keys(reasons).filter((name) => tasks[name] === undefined), []);
  for (const why of Object.values(reasons).flatMap(Object.values)) {
    for (const words of Object.values(why)) assert(`${words}`.length > 0);
  }
});

Deno.test("every task runs one file of the project, and asks nobody for more", () => {
  for (const { command } of Object.values(tasks)) {
    assertMatch(command, /^deno run -q --no-prompt [^&|;<>`$]*\.ts$/);
  }
});

Deno.test("README's sentences on what tasks may do are those of deno.json", () => {
  for (const name of ["exact", "simulate", "walk-forward"]) {
    const { env, ...rest } = granted(tasks[name].command);
    assertEquals([env, rest], [["npm_lifecycle_event"], { read: ["*"], write: ["*"] }]);
  }
  const asks = Object.entries(tasks).filter(([, { command }]) => {
    const { net = [], all } = granted(command);
    return all !== undefined || net.some((host) => host !== "127.0.0.1");
  });
  assertEquals(asks.map(([name]) => name), ["firefox", "fetch-data", "check", "test", "mutate"]);
});

Deno.test("granted() reads lists, everything, short forms, and flags that it does not know", () => {
  assertEquals(granted("deno run -q --allow-read=.,b --allow-read=c --allow-write -N x.ts"), {
    read: [".", "b", "c"],
    write: ["*"],
    net: ["*"],
  });
  assertEquals(granted("deno run -A x.ts"), { all: ["*"] });
  assertEquals(granted("deno run --allow-all x.ts"), { all: ["*"] });
  assertEquals(granted("deno run --unstable-kv x.ts"), { "--unstable-kv": ["*"] });
});

Deno.test("unreasoned() names a new flag, a wider one, a task without reasons, and an old reason", () => {
  const why = { read: { ".": "the project" } };
  assertEquals(unreasoned("a", "deno run --allow-read=. x.ts", why), []);
  assertEquals(unreasoned("a", "deno run --allow-read=. --allow-ffi x.ts", why), [
    "a may ffi *: no reason",
  ]);
  assertEquals(unreasoned("a", "deno run --allow-read x.ts", why), [
    "a may read *: no reason",
    "a may not read .",
  ]);
  assertEquals(unreasoned("a", "deno run --allow-all x.ts", {}), ["a may all *: no reason"]);
  assertEquals(unreasoned("b", "deno run x.ts", undefined), [
    "b has no reasons for what it may do",
  ]);
});
