import { progressBar } from "../../lib/notebook/progress.ts";
import { type LinearFit, linearFit } from "./linear_fit.ts";

/** What is varied, and what stays. */
interface Series {
  readonly name: string;
  readonly varied: "paths" | "steps" | "strategies" | "workers";
  readonly values: readonly number[];
  readonly fixed: Readonly<Record<string, number>>;
  readonly quantiles: boolean;
}

/** One run: the best time of all rounds, and the process's peak memory. */
export interface GrowthPoint {
  /** The varied number. */
  readonly x: number;
  /** Time of the simulation alone, in seconds. */
  readonly seconds: number;
  /** Time the processor worked for it, all threads together, in seconds: other programs do not count. */
  readonly processor: number;
  /** Peak memory of the whole process, in MB of 10⁶ bytes. */
  readonly megabytes: number;
}

/** How time and memory grow with one number. */
export interface Growth {
  /** What was varied, and what stayed. */
  readonly name: string;
  /** The runs. */
  readonly points: readonly GrowthPoint[];
  /** The line through the processor's times. */
  readonly processor: LinearFit;
  /** The line through the memory. */
  readonly memory: LinearFit;
}

const SERIES: readonly Series[] = [
  series("paths", [50_000, 100_000, 200_000, 400_000, 800_000], { steps: 200, strategies: 2 }),
  series("paths", [20_000, 40_000, 80_000, 160_000], { steps: 50, strategies: 2 }, true),
  series("steps", [100, 200, 400, 800, 1600], { paths: 50_000, strategies: 2 }),
  series("strategies", [2, 4, 8, 16], { paths: 100_000, steps: 200 }),
  series("workers", [1, 2, 4, 8], { paths: 400_000, steps: 200, strategies: 2 }),
];

function series(
  varied: Series["varied"],
  values: readonly number[],
  fixed: Series["fixed"],
  quantiles = false,
): Series {
  const stays = Object.entries(fixed).map(([what, count]) => `${count} ${what}`);
  const name = `${varied} (${stays.join(", ")}${quantiles ? ", quantiles at every step" : ""})`;
  return { name, varied, values, fixed, quantiles };
}

/** Measures every series; rounds go through all points in turn, so that what else happens hits all alike. */
export async function measureGrowth(rounds: number): Promise<readonly Growth[]> {
  const cores = navigator.hardwareConcurrency;
  const cases = SERIES.flatMap((series) =>
    series.values.filter((x) => series.varied !== "workers" || x === 1 || x <= 2 * cores)
      .map((x) => ({ series, x, runs: [] as GrowthPoint[] }))
  );
  const tell = progressBar("Measuring growth"), total = rounds * cases.length;
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { series, x, runs } of cases) {
      runs.push({ x, ...await runCase({ ...series.fixed, [series.varied]: x }, series.quantiles) });
      tell(++done, total);
    }
  }
  return SERIES.map((series) => {
    const points = cases.filter((one) => one.series === series).map(({ x, runs }) => ({
      x,
      seconds: Math.min(...runs.map(({ seconds }) => seconds)),
      processor: Math.min(...runs.map(({ processor }) => processor)),
      megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    }));
    return growthOf(series.name, points);
  });
}

/** The lines through a series' points. */
export function growthOf(name: string, points: readonly GrowthPoint[]): Growth {
  const through = (of: "processor" | "megabytes") =>
    linearFit(points.map((point) => ({ x: point.x, y: point[of] })));
  return { name, points, processor: through("processor"), memory: through("megabytes") };
}

async function runCase(
  flags: Readonly<Record<string, number>>,
  quantiles: boolean,
): Promise<Omit<GrowthPoint, "x">> {
  const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, `${value}`]);
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "--no-prompt", "--allow-read=lib", "tests/bench/growth_case.ts"],
      ...args,
      ...(quantiles ? ["--quantiles"] : []),
    ],
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  if (!success) {
    throw new Error(`Cannot measure growth: ${new TextDecoder().decode(stderr).trim()}`);
  }
  const { seconds, processor, megabytes } = JSON.parse(new TextDecoder().decode(stdout));
  return { seconds, processor, megabytes };
}
