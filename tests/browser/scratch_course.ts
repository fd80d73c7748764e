import { join } from "node:path";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { buildSite } from "../../lib/site/build.ts";
import { type Displayable, displayMethod } from "../../lib/notebook/display.ts";
import { liquidationPuzzle, quoteLadder } from "../../lib/notebook/explorables/mod.ts";
import { dashboardFigure } from "../../lib/notebook/figures/dashboard.ts";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { scenario } from "../../lib/scenario/scenario.ts";

const text = (source: string) => ({ cell_type: "markdown", metadata: {}, source });

const code = (source: string, shown: Displayable, metadata: object = {}) => ({
  cell_type: "code",
  metadata,
  source,
  outputs: [{ output_type: "execute_result", data: shown[displayMethod](), metadata: {} }],
});

function chart(): Displayable {
  const { market, grid, traders } = scenario("readme");
  const run = simulate({ market, grid, traders, paths: 1, seed: 1, record: { sessions: [0] } });
  return dashboardFigure([run.traders.naive.sessions[0], run.traders.as.sessions[0]]);
}

const first = [
  text(
    "# The course\n\nSee [the puzzle](01_puzzle.ipynb#Costs-&-gains), <naïve> of $\\delta^{a} < 1$:\n\n" +
      "$$r = S - q\\gamma\\sigma^2(T - t)$$\n\n| symbol | $P(q \\mid x)$ |\n|:--|--:|\n| a | 1 |\n\n" +
      "## What you need\n\nNothing.",
  ),
  code("dashboardFigure(sessions);", chart()),
  text("## A ladder"),
  code("quoteLadder();", quoteLadder()),
];
const second = [
  text("# The puzzle\n\n## Costs & gains\n\nBack to [the start](00_course.ipynb#what-you-need)."),
  code("liquidationPuzzle();", liquidationPuzzle()),
  text("<details>\n<summary>Solution</summary>\n\nIt is $\\tfrac12$.\n\n</details>"),
  code("1 / 2;", { [displayMethod]: () => ({ "text/plain": "\x1b[33m0.5\x1b[39m" }) }, {
    jupyter: { source_hidden: true },
  }),
];

/** Builds a site of two small chapters that hold one of each thing a chapter can hold. */
export async function scratchCourse(): Promise<string> {
  const folder = join(projectRoot, ".cache", "browser", "course");
  const out = join(folder, "site");
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, cells] of [["00_course", first], ["01_puzzle", second]] as const) {
    const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await Deno.writeTextFile(join(folder, `${name}.ipynb`), JSON.stringify(notebook));
  }
  await buildSite({ root: projectRoot, notebooks: folder, out });
  return out;
}
