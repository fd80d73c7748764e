import type { Claim } from "./numbers.ts";

/** Million path-steps a second, as `deno task bench` measured them: README's columns, slowest scenario first. */
const speeds = {
  "This engine: profit, final inventory": [148, 161, 166, 182, 182],
  "… 50 000 paths": [97, 97, 91, 115, 114],
  "… a million paths": [125, 131, 142, 150, 150],
  "… a million, two threads, by the clock": [239, 247, 272, 282, 283],
  "Numba": [43, 45, 45, 45, 45],
  "C, `-O3 -march=native`": [28, 34, 34, 33, 32],
  "C, our tables and SIMD intrinsics": [146, 193, 198, 209, 204],
} as const;

/** What `deno task bench --growth` measured: seconds of the processor by paths. */
const growth = [[50, 0.082], [100, 0.149], [200, 0.291], [400, 0.61], [800, 1.298]] as const;
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
  { text: "| Plain Python | | | | | 0.9 |" },
  { text: "200 steps a path, one thread" },
  { text: "(Zen 4, a virtual machine" },
  { text: "3.4 to 4.1 times as fast as Numba", holds: ratios(speeds.Numba, 3.4, 4.1) },
  {
    text: "4.7 to 5.7 times as fast as C",
    holds: ratios(speeds["C, `-O3 -march=native`"], 4.7, 5.7),
  },
  {
    text:
      "0.1 s for a whole `simulate` of 1000 paths of 200 steps, 1.6 s for a million, 1.0 s with " +
      "two workers; 0.2 s for `exact`, 1.1 s for the notebook kernel",
  },
  {
    text: "0.1 to 0.6 MB with its charts",
    holds: megabytes(Math.min) === 0.1 && megabytes(Math.max) === 0.6,
  },
  { text: "Memory stays near 300 MB" },
  { text: "within 9 % of these lines and memory within 7 %" },
  { text: "on top of 70 MB for Deno and the engine (100 MB with quantiles)" },
  { text: "path of 200 steps, two strategies, all finals | 1.5 µs | 80 B" },
  { text: "path of 50 steps, with quantiles at every step | 3.6 µs | 55 B" },
  { text: "step of 50 000 paths, two strategies | 0.3 ms | 1 kB" },
  { text: "strategy on 100 000 paths of 200 steps | 0.05 s | 4 MB" },
  { text: "thread of a simulation | 0.03 s | 11 MB" },
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
