import {
  arithmeticBrownian,
  drawPrices,
  drawTape,
  poissonFlow,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertEquals, assertNotEquals } from "@std/assert";
import { blankTape } from "../../lib/market/tape.ts";

const price = arithmeticBrownian({ initialPrice: 100, volatility: 2 });
const flow = poissonFlow({ scale: 140, decay: 1.5 });
const grid = timeGrid({ horizon: 1, steps: 20 });

Deno.test("drawTape() draws the same tape whatever was drawn before", () => {
  const random = streams(1);
  const first = drawTape({ price, flow }, grid, random, 4);
  drawTape({ price, flow }, grid, random, 5);
  assertEquals(drawTape({ price, flow }, grid, random, 4), first);
});

Deno.test("drawTape() takes prices and orders from streams of their own", () => {
  const tape = drawTape({ price, flow }, grid, streams(1), 4);
  const calmer = arithmeticBrownian({ initialPrice: 50, volatility: 0 });
  const other = drawTape({ price: calmer, flow }, grid, streams(1), 4);
  assertEquals(other.buyReach, tape.buyReach);
  assertEquals(other.sellReach, tape.sellReach);
  const rarer = poissonFlow({ scale: 1, decay: 1.5 });
  assertEquals(drawTape({ price, flow: rarer }, grid, streams(1), 4).midPrice, tape.midPrice);
});

Deno.test("drawTape() takes prices from the stream `price` of the path, and orders from `flow`", () => {
  const random = streams(1);
  const tape = drawTape({ price, flow }, grid, random, 4);
  const [prices, orders] = [blankTape(grid), blankTape(grid)];
  drawPrices(price, grid, random("price", 4), prices.midPrice);
  flow.draw(random("flow", 4), orders);
  assertEquals(tape.midPrice, prices.midPrice);
  assertEquals([tape.buyReach, tape.sellReach], [orders.buyReach, orders.sellReach]);
});

Deno.test("drawTape() draws path 0 where no path is named, and other paths otherwise", () => {
  const tape = drawTape({ price, flow }, grid, streams(1));
  assertEquals(drawTape({ price, flow }, grid, streams(1), 0), tape);
  assertNotEquals(drawTape({ price, flow }, grid, streams(1), 1).midPrice, tape.midPrice);
  assertNotEquals(drawTape({ price, flow }, grid, streams(1), 1).buyReach, tape.buyReach);
});
