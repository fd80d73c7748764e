import { assertEquals } from "@std/assert";
import { completions, nameAt, valueAt } from "../../../lib/site/kernel/known_names.ts";

Reflect.set(globalThis, "knownSession", {
  wealth: [1],
  get risky() {
    throw new Error("a getter was called");
  },
});

Deno.test("completions() continue a name, and a value's properties after a point", () => {
  const asked = (code: string) => completions(code, code.length);
  assertEquals(asked("1 + knownSes"), { matches: ["knownSession"], start: 4, end: 12 });
  assertEquals(asked("knownSession.w").matches, ["wealth"]);
  assertEquals(asked("knownSession?.").matches, ["risky", "wealth"]);
  assertEquals(asked("knownSession.risky.").matches, []);
  assertEquals(asked("noSuchName.").matches, []);
  assertEquals(asked("retur").matches, ["return"]);
});

Deno.test("nameAt() finds the name at the cursor, or the function around it", () => {
  const at = (code: string) => nameAt(code.replace("|", ""), code.indexOf("|"));
  assertEquals(at("draw|Tape(market)"), "drawTape");
  assertEquals(at("drawTape(market, |)"), "drawTape");
  assertEquals(at("drawTape([1, 2], { a: f(2), |"), "drawTape");
  assertEquals(at("Math.ma|x(1)"), "Math.max");
  assertEquals(at("|"), undefined);
  assertEquals(valueAt("Math.PI"), Math.PI);
});
