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
        <testcase name="off" classname="./tests/a_test.ts" time="0.000" line="6" col="1">
            <skipped/>
        </testcase>
    </testsuite>
</testsuites>`;

Deno.test("readJunit() counts tests, not steps, as deno's last line does", () => {
  assertEquals(readJunit(report), { passed: 2, failed: 1, ignored: 1 });
});

Deno.test("readJunit() finds nothing in an empty report", () => {
  assertEquals(readJunit(""), { passed: 0, failed: 0, ignored: 0 });
});

Deno.test("judge() counts a file that threw outside its tests as a failure, once", () => {
  const line = "\x1b[0m./tests/b_test.ts (uncaught error)\x1b[0m\n";
  assertEquals(judge("unit", false, report, `${line}error: no\n${line}`), {
    passed: 2,
    failed: 2,
    ignored: 1,
    problems: ["tests/b_test.ts threw outside its tests"],
  });
});

Deno.test("judge() counts an error that no test reports", () => {
  const { failed, problems } = judge("documentation", false, "", "");
  assertEquals([failed, problems.length], [1, 1]);
});
