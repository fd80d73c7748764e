import type { Claim } from "./numbers.ts";

/** Million path-steps a second, as `deno task bench` measured them: README's columns, slowest scenario first. */
const speeds = {
  "This engine: profit, final inventory": [150, 162, 168, 185, 184],
  "… 50 000 paths": [108, 107, 114, 128, 124],
  "… a million paths": [127, 136, 151, 156, 153],
  "… a million, two threads, by the clock": [248, 256, 286, 286, 282],
  "Numba": [43, 45, 45, 45, 44],
  "C, `-O3 -march=native`": [29, 34, 34, 32, 32],
  "C, our tables and SIMD intrinsics": [147, 192, 200, 207, 206],
} as const;

/** What `deno task bench --growth` measured: seconds of the processor by paths. */
const growth = [[50, 0.066], [100, 0.131], [200, 0.261], [400, 0.527], [800, 1.041]] as const;
const LONGEST = 30;

const ours = speeds["This engine: profit, final inventory"];

/** Whether two rounded columns can have such a smallest and largest ratio. */
function ratios(peer: readonly number[], least: number, most: number): boolean {
  const ends = (by: number, pick: (...values: number[]) => number) =>
    pick(...ours.map((speed, i) => (speed + by / 2) / (peer[i] - by / 2)));
  const within = (told: number, pick: (...values: number[]) => number) =>
    told + 0.05 >= ends(-1, pick) && told - 0.05 <= ends(1, pick);
  return within(least, Math.min) && within(most, Math.max);
}

/** Size of the smallest or the largest chapter's file, in MB to a digit. */
function megabytes(pick: (...sizes: number[]) => number): number {
  const folder = new URL("../../../notebooks/", import.meta.url);
  const chapters = [...Deno.readDirSync(folder)].filter(({ name }) => name.endsWith(".ipynb"));
  const sizes = chapters.map(({ name }) => Deno.statSync(new URL(name, folder)).size);
  return Math.round(pick(...sizes) / 1e5) / 10;
}

/**
 * What README says was measured on a machine: nothing computes it again, so it is listed here, and held to what
 * follows from it. Measured anew, it is changed here and there.
 */
export const measuredClaims: readonly Claim[] = [
  ...Object.entries(speeds).map(([name, row]) => ({ text: `| ${name} | ${row.join(" | ")} |` })),
  { text: "| NumPy | | | | | 24 |" },
  { text: "| Plain Python | | | | | 0.8 |" },
  { text: "200 steps a path, one thread" },
  { text: "(Zen 4, a virtual machine" },
  { text: "3.5 to 4.2 times as fast as Numba", holds: ratios(speeds.Numba, 3.5, 4.2) },
  {
    text: "4.8 to 5.8 times as fast as C",
    holds: ratios(speeds["C, `-O3 -march=native`"], 4.8, 5.8),
  },
  {
    text:
      "0.1 s for a whole `simulate` of 1000 paths of 200 steps, 1.6 s for a million, 1.0 s with " +
      "two workers; 0.2 s for `exact`, 0.6 s for the notebook kernel",
  },
  {
    text: "0.1 to 0.6 MB with its charts",
    holds: megabytes(Math.min) === 0.1 && megabytes(Math.max) === 0.6,
  },
  { text: "Memory stays near 300 MB" },
  { text: "within 5 % of these lines and memory within 7 %" },
  { text: "on top of 70 MB for Deno and the engine (110 MB with quantiles)" },
  { text: "path of 200 steps, two strategies, all finals | 1.3 µs | 80 B" },
  { text: "path of 50 steps, with quantiles at every step | 3.0 µs | 80 B" },
  { text: "step of 50 000 paths, two strategies | 0.3 ms | 0.5 kB" },
  { text: "strategy on 100 000 paths of 200 steps | 0.04 s | 5 MB" },
  { text: "thread of a simulation | 0.02 s | 11 MB" },
  {
    text: "seconds, 200 steps, 2 strategies, all finals " +
      growth.map(([thousands, seconds]) => {
        const bar = "█".repeat(Math.round(LONGEST * seconds / growth[growth.length - 1][1]));
        return `${thousands} 000 ${seconds.toFixed(3)} ${bar}`;
      }).join(" "),
  },
  { text: "Ten million paths of 500 steps take 0.28 GB" },
  { text: "in the library 0.81 GB with" },
];
