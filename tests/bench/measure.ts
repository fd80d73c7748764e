import { type Case, STEPS } from "./cases.ts";
import { type Competitor, type RunLine, runOnce } from "./competitor.ts";
import { exactOutcomes, worstDistance } from "./statistics.ts";

/** One competitor's rounds at one case. */
export interface Measured {
  /** Name in the table. */
  readonly name: string;
  /** The case's name. */
  readonly case: string;
  /**
   * Millions of path-steps a second in the best round; one path-step moves both strategies. A second is one
   * of the processor's, or of the clock's where several threads work.
   */
  readonly best: number;
  /** The same in the median round. */
  readonly median: number;
  /** The best by the clock, where it was looked at. */
  readonly bestByClock?: number;
  /** Largest distance of mean or deviations from the exact numbers, in standard errors. */
  readonly distance: number;
}

/**
 * Measures competitors in turns: a round runs each of them once, so that what else the machine does
 * falls on all alike. Every round has a seed of its own.
 */
export async function measure(
  competitors: readonly Competitor[],
  of: Case,
  rounds: number,
  told: (runs: number) => void,
): Promise<readonly Measured[]> {
  const pin = await pinning();
  const runs = competitors.map((): RunLine[] => []);
  let count = 0;
  for (let round = 1; round <= rounds; round++) {
    for (const [i, competitor] of competitors.entries()) {
      runs[i].push(await runOnce(competitor, of, round, pin));
      told(++count);
    }
  }
  const exact = exactOutcomes(of);
  return competitors.map(({ name, threads }, i) => {
    const ratesBy = (time: (run: RunLine) => number) =>
      runs[i].map((run) => run.paths * STEPS / time(run) / 1e6).sort((a, b) => b - a);
    const byClock = runs[i][0].elapsed === undefined ? [] : ratesBy(({ elapsed }) => elapsed!);
    const rates = threads > 1 ? byClock : ratesBy(({ seconds }) => seconds);
    return {
      name,
      case: of.name,
      best: rates[0],
      median: rates[Math.floor(rates.length / 2)],
      bestByClock: byClock[0],
      distance: worstDistance(runs[i], exact),
    };
  });
}

/** How to keep a program on one core, where the system can. */
async function pinning(): Promise<readonly string[]> {
  const pin = ["taskset", "--cpu-list", `${navigator.hardwareConcurrency - 1}`];
  try {
    const [program, ...args] = [...pin, "true"];
    const { success } = await new Deno.Command(program, { args, stdin: "null" }).output();
    return success ? pin : [];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
