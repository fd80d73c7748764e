import { assert, assertEquals, assertLess } from "@std/assert";
import { fileURLToPath } from "node:url";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";

const first = `import { scenario, simulate } from "@digital-market-maker/lab";
import { progressBar } from "@digital-market-maker/lab/notebook";
const options = { workers: 2, progress: progressBar() };
const job = { ...scenario("readme", { steps: 100, horizon: 100 }), seed: 1 };
let kept = 41;`;
const few = "simulate({ ...job, paths: 3000 }, options).traders.as.finals.profit[2999]";
const endless = `kept++;
simulate({ ...job, paths: 1e8, record: { finals: "profit" } }, options);`;
// Linux tells a process's threads; Deno names a worker's "worker-1" and so on.
const workers = Deno.build.os === "linux"
  ? `[...Deno.readDirSync("/proc/self/task")]
  .map(({ name }) => Deno.readTextFileSync("/proc/self/task/" + name + "/comm"))
  .filter((name) => name.startsWith("worker-")).length`
  : "0";

Deno.test("Stop ends a cell that trades on workers; variables stay, workers go, and it runs again", async () => {
  const { python, variables } = await setUpEnvironment(() => {});
  const script = fileURLToPath(new URL("stopped_cell.py", import.meta.url));
  const { stdout, stderr } = await new Deno.Command(python, {
    args: [script, "4", "2", first, few, endless, "kept", workers, few],
    cwd: projectRoot,
    env: { ...variables },
  }).output();
  const text = new TextDecoder().decode(stdout);
  assert(text.startsWith("["), new TextDecoder().decode(stderr));
  const [, before, stopped, kept, left, again] = JSON.parse(text);
  assertLess(stopped.secondsToStop, 2);
  assertEquals([kept, left], ["42", "0"]);
  assertEquals(again, before);
});
