import { FAN_BITS } from "../../../lib/monte_carlo/fan_histogram.ts";
import { SKETCH_BITS } from "../../../lib/monte_carlo/tally_run.ts";
import type { Claim } from "./numbers.ts";

const often = true;
const textOf = (path: string) =>
  Deno.readTextFileSync(new URL(`../../../lib/${path}`, import.meta.url));
const runner = textOf("jupyter/cell_outputs.py");
const terms = textOf("market/replay/recording_terms.ts");
const limits = textOf("market/replay/step_records.ts");

/** Numbers that are names, addresses, dates, or examples of what can be typed. */
export const namedClaims: readonly Claim[] = [
  { text: `deno@${Deno.version.deno}`, often },
  { text: `pip install deno==${Deno.version.deno}` },
  { text: "127.0.0.1", often },
  { text: "`task notebooks --restore 06`" },
  { text: "python3 -m venv" },
  { text: "more than 20 million characters", holds: runner.includes("\nLIMIT = 20_000_000 ") },
  {
    text: "more than three million steps, or 300,000 with rows in them",
    holds: terms.includes("maximumSteps = 3_000_000,") && limits.includes("const BUSY = 10;"),
  },
  { text: "Avellaneda and Stoikov (2008)" },
  { text: "Node] 18 or newer" },
  { text: "`fetch-data BTCUSDT 2024-01-08`" },
  { text: "`deno task fetch-data BTCUSDT 2024-01-08`" },
  { text: "--dt 1", often },
  { text: "--paths 20000" },
  { text: "--paths 1000000", often },
  { text: "--shard 1/8 --out shard-1.json" },
  { text: "--array=1-8" },
  { text: 'f"{i}/8") for i in range(1, 9)' },
  { text: "`--inventory-sd 3`, `--loss 100@1%`" },
  { text: "× √252" },
  { text: 'check("6.2", answer)' },
  { text: "about 1/4096 of a deviation", holds: 2 ** SKETCH_BITS === 4096 },
  { text: "at most 1/256 of a deviation", holds: 2 ** FAN_BITS === 256 },
  { text: "Two of the 2006 preprint's numbers" },
  { text: ".max() < 1e-9" },
];

/** Works that are cited: title, year and number as they are printed there. */
export const citedClaims: readonly Claim[] = [
  { text: "Quantitative Finance 8(3), 2008." },
  { text: "_Dealing with the inventory risk_, 2013, arXiv 1105.3115." },
  { text: "_Optimal portfolio liquidation with limit orders_, 2012, arXiv 1106.3279." },
  { text: "_Optimal market making_, 2017, arXiv 1605.01862." },
  { text: "SIAM Journal on Financial Mathematics 8, 2017." },
  {
    text: "_Robust market making via adversarial reinforcement learning_, 2020, arXiv 2003.01820.",
  },
  {
    text: "_Closed-form approximations in multi-asset market making_, 2021, arXiv 1810.04383.",
  },
  { text: "Cambridge 2015, chapter 10." },
];
