/**
 * Stores what the recorded markets give: runs chapter 11 up to its results and writes
 * notebooks/recorded_results.json. Run by hand where the recorded files are, after a change of what is measured:
 *
 *     deno run -A tests/notebook_files/store_recorded_results.ts
 */
import { joined, type Notebook } from "../../lib/notebook_files/notebook_file.ts";

const folder = new URL("../../notebooks/", import.meta.url);
const target = new URL("recorded_results.json", folder);
const text = await Deno.readTextFile(new URL("11_calibrate_and_replay.ipynb", folder));
const cells = (JSON.parse(text) as Notebook).cells
  .filter(({ cell_type }) => cell_type === "code").map(({ source }) => joined(source));
const last = cells.findLastIndex((cell) => cell.includes("await recordedResults("));
const module = new URL(".stored_results.ts", folder);
await Deno.writeTextFile(
  module,
  `${cells.slice(0, last + 1).join("\n")}
export const results = { "ETH perp": ethResults, "BTC spot": btcResults };`,
);
try {
  Deno.chdir(folder);
  const { results } = await import(module.href);
  const missing = Object.keys(results).filter((name) => results[name].source !== "recorded files");
  if (missing.length > 0) throw new Error(`The files of ${missing.join(" and ")} are missing`);
  const numbers = Object.fromEntries(
    Object.entries<{ numbers: unknown }>(results).map(([name, { numbers }]) => [name, numbers]),
  );
  await Deno.writeTextFile(target, `${JSON.stringify(numbers)}\n`);
} finally {
  await Deno.remove(module);
}
