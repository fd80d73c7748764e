import { assertEquals } from "@std/assert";
import { readJunit } from "./junit.ts";
import { judge } from "./run_tests.ts";

const report = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="6" failures="2" errors="0" time="0.083">
    <testsuite name="./tests/a_test.ts" tests="6" disabled="1" errors="0" failures="2">
        <testcase name="fine" classname="./tests/a_test.ts" time="0.002" line="3" col="6">
        </testcase>
        <testcase name="a &gt; b" classname="./tests/a_test.ts" time="0.002" line="3" col="6">
        </testcase>
        <testcase name="outer" classname="./tests/a_test.ts" time="0.001" line="4" col="6">
            <failure message="1 test step failed">1 test step failed.</failure>
        </testcase>
        <testcase name="outer &gt; inner" classname="./tests/a_test.ts" time="0.000" line="5" col="1">
            <failure message="Uncaught Error: no">Error: &lt;no&gt; > no</failure>
        </testcase>
        <testcase name="outer &gt; hidden" classname="./tests/a_test.ts" time="0.000" line="5" col="1">
            <skipped/>
        </testcase>
        <testcase name="off" classname="./tests/a_test.ts" time="0.000" line="6" col="1">
            <skipped/>
        </testcase>
    </testsuite>
</testsuites>`;

Deno.test("readJunit() counts tests, not steps, as deno's last line does, and every step switched off", () => {
  const { passed, failed, ignored, switchedOff, tests } = readJunit(report);
  assertEquals({ passed, failed, ignored }, { passed: 2, failed: 1, ignored: 2 });
  assertEquals(switchedOff, ["tests/a_test.ts: outer > hidden", "tests/a_test.ts: off"]);
  assertEquals([...tests], [["tests/a_test.ts", 4]]);
});

Deno.test("readJunit() counts examples by the file that holds them", () => {
  const suite = (lines: string) =>
    `<testsuite name="./lib/a.ts#${lines}.ts"><testcase name="e"></testcase></testsuite>`;
  assertEquals([...readJunit(suite("5-8") + suite("17-20")).tests], [["lib/a.ts", 2]]);
});

Deno.test("readJunit() finds nothing in an empty report", () => {
  const { passed, failed, ignored, tests } = readJunit("");
  assertEquals([passed, failed, ignored, tests.size], [0, 0, 0, 0]);
});

const unit = { name: "unit", expected: new Map([["tests/a_test.ts", 1], ["tests/b_test.ts", 1]]) };

Deno.test("judge() counts a file that threw outside its tests as a failure, once", () => {
  const line = "\x1b[0m./tests/b_test.ts (uncaught error)\x1b[0m\n";
  const { passed, failed, problems } = judge(unit, false, report, `${line}error: no\n${line}`);
  assertEquals([passed, failed], [2, 2]);
  assertEquals(problems, ["tests/b_test.ts threw outside its tests"]);
});

Deno.test("judge() counts a file that is missing from the report, though deno calls it a success", () => {
  const { failed, problems } = judge(unit, true, report, "");
  assertEquals(failed, 2);
  assertEquals(problems, [
    "tests/b_test.ts has 0 of at least 1 tests in the report: it ended early, or holds none",
  ]);
});

Deno.test("judge() counts an error that no test reports", () => {
  const { failed, problems } = judge({ name: "a", expected: new Map() }, false, "", "");
  assertEquals([failed, problems.length], [1, 1]);
});
