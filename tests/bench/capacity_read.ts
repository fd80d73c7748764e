/**
 * Reads a market's files into a tape in a process of its own, for `deno task bench --capacity`: prints the prints,
 * the seconds that the processor worked, and the most memory the process ever held.
 *
 * @module
 */
import { cpuUsage, resourceUsage } from "node:process";
import { readMarket } from "../../lib/market/replay/read_market.ts";
import { replay } from "../../lib/market/replay/replay.ts";
import { writers } from "../market/replay/layout_writers.ts";
import type { Writer } from "../market/replay/written_market.ts";

const [layout, ...paths] = Deno.args;
const { reading } = writers[layout] as Writer;
const files = paths.map((path) =>
  readMarket(Deno.openSync(path).readable, { name: path, ...reading })
);
const start = performance.now();
const { prints, tape } = await replay(files, { dt: 1 });
const seconds = (performance.now() - start) / 1000;
const { user, system } = cpuUsage();
const megabytes = resourceUsage().maxRSS * 1024 / 1e6;
console.log(
  JSON.stringify({
    prints,
    steps: tape.grid.steps,
    seconds,
    processor: (user + system) / 1e6,
    megabytes,
  }),
);
