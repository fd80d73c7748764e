import { packedColumn } from "./packed_column.ts";
import type { PrintLevels } from "./recording.ts";

const MOST = 4_000_000;
/** No market prints at more prices in one step, and to look them up takes several times the memory of the rows. */
const MOST_IN_STEP = 100_000;
/** After so many quantities every other is kept, then every fourth. */
const SAMPLE = 8192;

/** Adds up what is printed in each step at each price. */
export function levelRecorder() {
  // Prints come in order of time: a step's rows follow each other, from its first on.
  const blank = () => packedColumn(MOST + 1);
  const [steps, firsts] = [blank(), blank()];
  let [prices, quantities] = [blank(), blank()];
  const rows = new Map<number, number>();
  let [last, tooMany] = [NaN, false];
  let sample: number[] = [];
  let [count, stride] = [0, 1];
  return {
    /** Takes a print. */
    add(step: number, price: number, aggressor: number, quantity: number): void {
      if (count++ % stride === 0) sample.push(quantity);
      if (sample.length > SAMPLE) {
        sample = sample.filter((_, i) => i % 2 === 0);
        stride *= 2;
      }
      if (tooMany) return;
      if (step !== last) {
        rows.clear();
        last = step;
        steps.push(step);
        firsts.push(prices.length());
      }
      const level = aggressor * price;
      const row = rows.get(level);
      if (row !== undefined) {
        quantities.set(row, quantities.at(row)! + quantity);
        return;
      }
      rows.set(level, prices.length());
      prices.push(level);
      quantities.push(quantity);
      tooMany = prices.length() > MOST || rows.size > MOST_IN_STEP;
      if (tooMany) rows.clear();
      if (tooMany) [prices, quantities] = [blank(), blank()];
    },
    /** The rows of steps with a place on the tape; null where there were too many. */
    levels(placeOf: (step: number) => number, known: number): PrintLevels | null {
      if (tooMany) return null;
      const from = new Int32Array(known + 1);
      const eachStep = (visit: (place: number, first: number, end: number) => void) => {
        for (let i = 0; i < steps.length(); i++) {
          const place = placeOf(steps.at(i)!);
          if (place >= 0) visit(place, firsts.at(i)!, firsts.at(i + 1) ?? prices.length());
        }
      };
      let [firstRow, endRow] = [Infinity, 0];
      eachStep((place, first, end) => {
        from[place + 1] = end - first;
        [firstRow, endRow] = [Math.min(firstRow, first), end];
      });
      for (let n = 0; n < known; n++) from[n + 1] += from[n];
      // Where no step between was left out, the rows are right as they lie.
      if (from[known] === endRow - firstRow) {
        const [price, quantity] = [prices, quantities]
          .map((column) => column.values().subarray(firstRow, endRow));
        return { from, price, quantity };
      }
      const [price, quantity] = [new Float64Array(from[known]), new Float64Array(from[known])];
      let next = 0;
      eachStep((_, first, end) => {
        for (let row = first; row < end; row++) {
          price[next] = prices.at(row)!;
          quantity[next++] = quantities.at(row)!;
        }
      });
      return { from, price, quantity };
    },
    /** Median quantity of a sample of the prints; NaN without any. */
    median: (): number => sample.toSorted((a, b) => a - b)[sample.length >> 1] ?? NaN,
  };
}
