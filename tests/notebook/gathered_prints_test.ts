import { assertEquals } from "@std/assert";
import { gatherPrints } from "../../lib/notebook/gathered_prints.ts";

/** Prints that go to a list, a clock that moves when told, and code that pauses when told. */
function memory() {
  const sent: string[] = [];
  const clock = { milliseconds: 0 };
  let waiting: (() => void)[] = [];
  const prints = gatherPrints({
    send: (stream, text) => void sent.push(`${stream}: ${text}`),
    now: () => clock.milliseconds,
    soon: (action) => void waiting.push(action),
  });
  const pause = () => {
    for (const action of waiting) action();
    waiting = [];
  };
  return { sent, clock, prints, pause };
}

Deno.test("gatherPrints() sends the first text at once and the rest in one, in order", () => {
  const { sent, prints, pause } = memory();
  for (const text of ["a", "b", "c"]) prints.print(text, 1);
  assertEquals(sent, ["stdout: a"]);
  pause();
  assertEquals(sent, ["stdout: a", "stdout: bc"]);
  pause();
  prints.flush();
  assertEquals(sent.length, 2);
});

Deno.test("gatherPrints() sends about every 50 ms while a loop runs without a pause", () => {
  const { sent, clock, prints } = memory();
  for (; clock.milliseconds < 500; clock.milliseconds++) prints.print(".", 1);
  assertEquals(sent.length, 10);
  prints.flush();
  assertEquals(sent.join("").replaceAll("stdout: ", "").length, 500);
});

Deno.test("gatherPrints() keeps standard output and error apart and in order", () => {
  const { sent, prints } = memory();
  for (const [text, level] of [["a", 1], ["b", 1], ["c", 2], ["d", 3], ["e", 0]] as const) {
    prints.print(text, level);
  }
  prints.flush();
  assertEquals(sent, ["stdout: a", "stdout: b", "stderr: cd", "stdout: e"]);
});
