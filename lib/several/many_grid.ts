import { checkFinite, checkThat } from "../check.ts";
import { wholeLots } from "../strategy/lots.ts";
import type { Asset } from "./many_beliefs.ts";
import { checkEach } from "./many_situation.ts";

/** Every combination of inventories that several assets can have, numbered. */
export interface ManyGrid {
  /** The assets. */
  readonly assets: readonly Asset[];
  /** Number of combinations, Π(2Q_i + 1). */
  readonly size: number;
  /** A function of the inventories, in units, at every combination. */
  readonly tabulated: (value: (inventories: readonly number[]) => number) => Float64Array;
  /** The number of a combination, each inventory at most Q_i orders; refuses parts of orders. */
  readonly indexOf: (inventories: readonly number[]) => number;
  /** The combination with one order more (+1) or fewer (−1) of an asset; −1 where that is beyond Q_i. */
  readonly neighbour: (index: number, asset: number, orders: 1 | -1) => number;
}

const most = 50_000;

/** Numbers the inventories of some assets, the last asset's running fastest. */
export function manyGrid(action: string, assets: readonly Asset[]): ManyGrid {
  const widths = assets.map(({ maxOrders }) => 2 * maxOrders + 1);
  const size = widths.reduce((product, width) => product * width, 1);
  const rule = `at most ${most} combinations of inventories, Π(2·maxOrders + 1)`;
  checkThat(action, "assets", rule, size, size <= most);
  const strides = widths.map((_, i) => widths.slice(i + 1).reduce((a, b) => a * b, 1));
  const ordersOf = (index: number, i: number) =>
    Math.floor(index / strides[i]) % widths[i] - assets[i].maxOrders;
  return {
    assets,
    size,
    tabulated: (value) =>
      Float64Array.from({ length: size }, (_, index) => {
        const held = assets.map(({ orderSize }, i) => ordersOf(index, i) * orderSize);
        return checkFinite(action, `penalty at inventories ${held.join(", ")}`, value(held));
      }),
    indexOf(inventories) {
      checkEach("quote", inventories, assets.length);
      return assets.reduce((index, { orderSize, maxOrders }, i) => {
        const orders = wholeLots(inventories[i], orderSize);
        const rule = `a multiple of orderSize ${orderSize} within ±${maxOrders} orders`;
        const inside = Math.abs(orders) <= maxOrders;
        checkThat("quote", `inventories[${i}]`, rule, inventories[i], inside);
        return index + (orders + maxOrders) * strides[i];
      }, 0);
    },
    neighbour(index, i, orders) {
      const there = ordersOf(index, i) + orders;
      return Math.abs(there) > assets[i].maxOrders ? -1 : index + orders * strides[i];
    },
  };
}
