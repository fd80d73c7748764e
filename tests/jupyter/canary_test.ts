import { assertEquals, assertThrows } from "@std/assert";
import { judgeCanary } from "../../lib/jupyter/canary.ts";
import type { Cell } from "../../lib/notebook_files/notebook_file.ts";
import type { Execution } from "../../lib/jupyter/execution.ts";

const failures = [
  "code cell 1: RangeError: no such bird",
  "code cell 2: Error: text",
  "code cell 3: SyntaxError: Expression expected",
  'code cell 4: TypeError: Import "no-such-package" not a dependency',
];

function run(failures: readonly string[], result: string): Execution {
  const cells = Array.from({ length: 5 }, (_, index): Cell => ({
    cell_type: "code",
    source: "",
    outputs: index < 4 ? [] : [{ output_type: "execute_result", data: { "text/plain": result } }],
  }));
  return { path: "canary.ipynb", seconds: 1, failures, notebook: { cells, metadata: {} } };
}

Deno.test("judgeCanary() trusts a runner that sees each failure and the sound cell", () => {
  assertEquals(judgeCanary(run(failures, '"a sound cell"')), undefined);
});

Deno.test("judgeCanary() mistrusts a runner that misses a failure or its words", () => {
  for (let missed = 0; missed < 4; missed++) {
    const rest = failures.filter((_, index) => index !== missed);
    assertThrows(() => judgeCanary(run(rest, '"a sound cell"')), Error, "as success");
  }
  const mute = failures.with(2, "code cell 3: : ");
  assertThrows(() => judgeCanary(run(mute, '"a sound cell"')), Error, "only as");
});

Deno.test("judgeCanary() mistrusts a runner that sees failure everywhere, or no results", () => {
  const all = [...failures, "code cell 5: Error: ghost"];
  assertThrows(() => judgeCanary(run(all, '"a sound cell"')), Error, "does not see the result");
  assertThrows(() => judgeCanary(run(failures, "")), Error, "does not see the result");
});
