/**
 * `deno task returns`: runs the README's lines of pandas on a session that was written out, and holds the
 * Sharpe ratios of empyrical and quantstats to ours.
 *
 * A task of its own: what it needs, pinned and hashed, is half a gigabyte, and Python 3.11 or newer.
 *
 * @module
 */
import {
  drawTape,
  returnSeries,
  scenario,
  sharpeRatio,
  streams,
  trade,
} from "@digital-market-maker/lab";
import { csv, daySums } from "@digital-market-maker/lab/data";
import { runCommand } from "../../../lib/cli/command.ts";
import { findPython, pythonAdvice } from "../../../lib/jupyter/find_python.ts";
import { installRequirements, pythonOf } from "../../../lib/jupyter/install_requirements.ts";

const root = new URL("../../../", import.meta.url);
const here = (path: string) => new URL(path, root).pathname;
const requirements = here("tests/recipes/returns/requirements.txt");
const folder = here(".cache/returns");

/** A Python with the packages as pinned; made once, and again when the pins change. */
async function pythonWithPackages(): Promise<string> {
  const stamp = `${folder}/installed.txt`, pins = await Deno.readTextFile(requirements);
  if (await Deno.readTextFile(stamp).catch(() => "") !== pins) {
    const base = findPython();
    if (base === undefined) throw new Error(pythonAdvice);
    const workshop = here(".cache/returns_set_up");
    const what = "pandas, empyrical and quantstats into .cache/returns";
    await installRequirements({ base, folder, workshop, requirements, say: console.log, what });
    await Deno.writeTextFile(stamp, pins);
  }
  return pythonOf(folder);
}

/** The README's lines of Python that name quantstats. */
async function lines(): Promise<string> {
  const readme = await Deno.readTextFile(here("README.md"));
  const blocks = [...readme.matchAll(/```python\n(.*?)```/gs)].map(([, block]) => block);
  const own = blocks.find((block) => block.includes("quantstats"));
  if (own === undefined) throw new Error("README.md holds no lines of Python with quantstats");
  return own;
}

/** Writes sessions out, and compares what the packages say of them. */
async function compare(): Promise<number> {
  const python = await pythonWithPackages(), script = await lines();
  const { market, grid, traders } = scenario("readme");
  for (const [name, trader] of Object.entries(traders)) {
    for (const seed of [1, 2, 3]) {
      const session = trade(drawTape(market, grid, streams(seed)), trader);
      const options = { start: Date.UTC(2024, 0, 8, 23, 55) * 1000, capital: 10_000 };
      await Deno.writeTextFile(`${folder}/day.csv`, csv(session, options));
      const command = new Deno.Command(python, { args: ["-c", script], cwd: folder });
      const { code, stdout, stderr } = await command.output();
      const text = new TextDecoder().decode(stdout);
      if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
      const ours = sharpeRatio(returnSeries(session))!;
      const expected = {
        profit: session.wealth.at(-1)!,
        "worst day": Math.min(...daySums(session, options).map(({ gain }) => gain)),
        empyrical: ours,
        quantstats: ours,
      };
      for (const [words, value] of Object.entries(expected)) {
        const said = Number(text.match(new RegExp(`^${words} (\\S+)$`, "m"))?.[1]);
        if (!(Math.abs(said - value) <= 1e-9 * Math.max(1, Math.abs(value)))) {
          throw new Error(`${words} must be ${value}: pandas says ${said}`);
        }
      }
      console.log(`${name}, seed ${seed}: ${text.trim().replaceAll("\n", ", ")}; ours ${ours}`);
    }
  }
  return 0;
}

await runCommand({
  name: "returns",
  about:
    "Runs the README's lines of pandas on sessions that were written out: empyrical and quantstats must\ngive our Sharpe ratios.",
  flags: {},
  run: compare,
});
