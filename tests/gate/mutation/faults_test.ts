import { assert, assertEquals, assertThrows } from "@std/assert";
import { projectFiles } from "../project_files.ts";
import { type Fault, withFault } from "./fault.ts";
import { allFaults } from "./faults/list.ts";
import { MOST_SURVIVORS } from "./mutate.ts";

const root = new URL("../../../", import.meta.url);
const paths = projectFiles(root);

Deno.test("every fault's text stands in its file exactly once, and its tests are there", () => {
  const rotten = allFaults.flatMap((fault) => {
    const { name, file, tests } = fault;
    const missing = tests.filter((path) => !paths.includes(path));
    if (tests.length === 0) missing.push("a test");
    try {
      withFault(Deno.readTextFileSync(new URL(file, root)), fault);
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
    return missing.length > 0 ? [`the fault "${name}" misses ${missing.join(", ")}`] : [];
  });
  assertEquals(rotten, []);
});

Deno.test("there are at least sixty faults of every kind, each with a name of its own", () => {
  const names = new Set(allFaults.map(({ name }) => name));
  assertEquals(names.size, allFaults.length);
  assert(allFaults.length >= 60, `${allFaults.length} faults`);
  assert(allFaults.filter(({ survives }) => survives !== undefined).length <= MOST_SURVIVORS);
});

const fault: Fault = {
  name: "minus for plus",
  file: "a.ts",
  before: "a + b",
  after: "a - $& b",
  tests: ["a_test.ts"],
  why: "",
};

Deno.test("withFault() changes the one place, and refuses none, two and no change", () => {
  assertEquals(withFault("x(a + b);", fault), "x(a - $& b);");
  const told = 'Cannot make the fault "minus for plus" as its text must stand in a.ts exactly once';
  assertThrows(() => withFault("a+b", fault), RangeError, `${told}: it stands there 0 times`);
  assertThrows(() => withFault("a + b + a + b", fault), RangeError, "it stands there 2 times");
  assertThrows(() => withFault("", { ...fault, before: "" }), RangeError, "exactly once");
  assertThrows(() => withFault("a + b", { ...fault, after: "a + b" }), RangeError, "no");
});
