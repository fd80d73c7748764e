import { assertEquals } from "@std/assert";
import { learnEnds } from "../../../lib/site/kernel/promise_states.ts";

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
