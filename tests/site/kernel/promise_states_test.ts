import { assertEquals } from "@std/assert";
import { consoleInPage } from "../../../lib/site/kernel/console_in_page.ts";
import { everythingPrinted } from "../../../lib/site/kernel/prints_in_turn.ts";
import { learnEnds, showEnds } from "../../../lib/site/kernel/promise_states.ts";

type Methods = Readonly<Record<string, (...values: unknown[]) => void>>;
type Use = (console: Methods) => void | Promise<void>;

/** What Deno's own console prints of promises, and what a page's does, each for a run of its own. */
async function bothPrint(use: Use): Promise<readonly [ours: unknown, denos: unknown]> {
  const ours: string[] = [], denos: string[] = [];
  const { Console } = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  await use(new Console((text: string) => denos.push(text)));
  const custom = Symbol.for("nodejs.util.inspect.custom");
  try {
    showEnds();
    await use(consoleInPage((_, text) => ours.push(text)) as Methods);
    await everythingPrinted();
  } finally {
    Reflect.deleteProperty(Promise.prototype, custom);
  }
  return [ours, denos];
}

const cases: Readonly<Record<string, Use>> = {
  "ended and pending ones": (console) => {
    console.log(Promise.resolve(1), Promise.resolve("a"), new Promise(() => {}));
    console.log(Promise.resolve([1, 2, { deep: true }]));
  },
  "one that has failed": (console) => {
    const failed = Promise.reject(5);
    failed.catch(() => {});
    console.log(failed);
  },
  "those within lists and records": (console) => {
    console.log([Promise.resolve({ a: 1 }), new Promise(() => {})], { p: Promise.resolve("s") });
  },
  "what a promise of a promise holds": (console) => {
    console.log(Promise.resolve([Promise.resolve(2)]), Promise.resolve(Promise.resolve(3)));
  },
  "a function under way, then at its end": async (console) => {
    const found = (async () => {
      await null;
      return 3;
    })();
    console.log(found);
    await found;
    console.log(found, "after");
  },
  "lines in the order in which they were printed": (console) => {
    console.log(Promise.resolve(1));
    console.group("group");
    console.error("second");
    console.log("third", Promise.resolve(2));
    console.groupEnd();
    console.log("last");
  },
  "a list as it was, not as it became": (console) => {
    const list = [Promise.resolve(1)];
    console.log(list);
    list.push(Promise.resolve(2));
  },
};

for (const [name, use] of Object.entries(cases)) {
  Deno.test(`a page's console prints promises as Deno's does: ${name}`, async () => {
    const [ours, denos] = await bothPrint(use);
    assertEquals(ours, denos);
  });
}

Deno.test("learnEnds() leaves a pending promise to be heard where it fails later", async () => {
  const heard = Promise.withResolvers<unknown>();
  const listen = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    heard.resolve(event.reason);
  };
  addEventListener("unhandledrejection", listen);
  const silence = setTimeout(() => heard.resolve("nothing"), 5000);
  try {
    const late = Promise.withResolvers<never>();
    await learnEnds([late.promise]);
    late.reject("too late");
    assertEquals(await heard.promise, "too late");
  } finally {
    clearTimeout(silence);
    removeEventListener("unhandledrejection", listen);
  }
});
