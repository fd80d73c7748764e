import { assertEquals, assertThrows } from "@std/assert";
import { decadeStops, evenStops, startOf } from "../../../lib/notebook/explorables/explorable.ts";
import { quoteLadderExplorable } from "../../../lib/notebook/explorables/quote_ladder.ts";
import { sessionPlayerExplorable } from "../../../lib/notebook/explorables/session_player.ts";
import {
  dayGame,
  distributionExplorer,
  liquidationPuzzle,
  quoteLadder,
  sessionPlayer,
  strategyExplorer,
} from "../../../lib/notebook/explorables/mod.ts";

Deno.test("evenStops() and decadeStops() are the numbers their digits say", () => {
  assertEquals(evenStops(0, 0.3, 0.1), [0, 0.1, 0.2, 0.3]);
  assertEquals(evenStops(-2, 2, 2), [-2, 0, 2]);
  const stops = decadeStops(-1, 1);
  assertEquals(stops.slice(0, 3), [0.1, 0.125, 0.16]);
  assertEquals([stops.length, stops[10], stops[20]], [21, 1, 10]);
});

Deno.test("startOf() keeps a value between two stops, by a stop of its own", () => {
  const { values, controls } = startOf(quoteLadderExplorable, { volatility: 1.234 });
  assertEquals(values.volatility, 1.234);
  const { volatility } = controls;
  const stops = volatility.kind === "slider" ? volatility.stops : [];
  assertEquals(stops.slice(12, 15), [1.2, 1.234, 1.3]);
});

Deno.test("startOf() refuses values that no control has", () => {
  assertThrows(
    () => startOf(quoteLadderExplorable, { riskAversion: 2 }),
    RangeError,
    "Cannot build quoteLadder as riskAversion must be between 0.001 and 1: current value is 2",
  );
  assertThrows(() => startOf(quoteLadderExplorable, { volatility: NaN }), RangeError, "volatility");
  assertThrows(() => startOf(sessionPlayerExplorable, { seed: 1.5 }), RangeError, "seed");
  assertThrows(
    () => startOf(sessionPlayerExplorable, JSON.parse('{"market":"gbm"}')),
    TypeError,
    "market must be one of readme, toxic",
  );
  assertThrows(
    () => startOf(quoteLadderExplorable, JSON.parse('{"gamma":1}')),
    TypeError,
    "it has no option gamma: did you mean riskAversion?",
  );
});

Deno.test("every explorable() names itself in its errors as it is called", () => {
  const wrong = JSON.parse('{"none":1}');
  const all = [quoteLadder, sessionPlayer, distributionExplorer, liquidationPuzzle];
  for (const build of [...all, dayGame, strategyExplorer]) {
    assertThrows(() => build(wrong), TypeError, `Cannot build ${build.name} as`);
  }
});
