import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { drawTape } from "../../lib/market/draw.ts";
import { displayMethod } from "../../lib/notebook/display.ts";
import { help, helpText } from "../../lib/notebook/help.ts";
import { knownReference } from "../../lib/notebook/made_by_deno.ts";

Deno.test("help() shows signature, meaning, parameters, defaults and an example of a function", () => {
  const text = String(help(drawTape)[displayMethod]()["text/markdown"]);
  for (
    const part of [
      "drawTape(market: Market, grid: TimeGrid, random: Streams, path: number = 0): Tape",
      "Draws one tape of a market",
      "Default: `0`",
      "Returns: The tape.",
      'from "@digital-market-maker/lab"',
    ]
  ) assertStringIncludes(text, part);
  assertEquals(help("drawTape")[displayMethod](), helpText("drawTape"));
});

Deno.test("help() knows every public name, and none is without a meaning or a type", () => {
  const entries = knownReference();
  assert(entries.length > 300, `${entries.length} names`);
  for (const { name, text, signature } of entries) {
    assert(text !== "", `${name} says what it is`);
    assert(!/UNSUPPORTED|undefined:/.test(signature), signature);
    assert(!/UNSUPPORTED/.test(String(helpText(name)?.["text/markdown"])), name);
  }
});

Deno.test("help() names the nearest name where there is none", () => {
  assertThrows(
    () => help("drawTapez"),
    RangeError,
    "current value is drawTapez; drawTape",
  );
});

Deno.test("help() tells the fields that a record takes from those it extends", () => {
  const fields = (name: string) =>
    knownReference().find((entry) => entry.name === name)!.members.map(({ name }) => name);
  const grid = fields("TimeGridOptions"), beliefs = fields("GueantLehalleBeliefs");
  assert(grid.length > 0 && beliefs.length > 0);
  for (const name of grid) assert(fields("TimeGrid").includes(name), `TimeGrid has ${name}`);
  for (const name of [...grid, ...beliefs]) {
    assert(fields("SteppedOptimumOptions").includes(name), `SteppedOptimumOptions has ${name}`);
  }
  // One that leaves a field out.
  const lasting = fields("HawkesFlowOptions");
  assertEquals(
    lasting.filter((name) => fields("PoissonFlowOptions").includes(name)).length > 0,
    true,
  );
  assertEquals(lasting.includes("flowBias"), false);
});
