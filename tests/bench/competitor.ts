import { type Case, peerParameters, STEPS } from "./cases.ts";

/** One line of a competitor: what it simulated, how long that took, and what came out. */
export interface RunLine {
  /** Number of paths. */
  readonly paths: number;
  /** Number of steps in each. */
  readonly steps: number;
  /** Time that the processor worked for the simulation alone: other programs do not count. */
  readonly seconds: number;
  /** Time that went by meanwhile, where several threads may have worked in it. */
  readonly elapsed?: number;
  /** Mean and deviations, by strategy. */
  readonly strategies: Readonly<Record<"naive" | "as", Outcome>>;
}

/** What a strategy's paths came to. */
export interface Outcome {
  /** Mean profit. */
  readonly mean: number;
  /** Standard deviation of profit. */
  readonly sd: number;
  /** Standard deviation of final inventory. */
  readonly finalInventorySd: number;
}

/** Somebody who simulates the model: a peer, or our engine. */
export interface Competitor {
  /** Name in the table. */
  readonly name: string;
  /** Program and arguments, to which a case, `--paths`, `--steps` and `--seed` are added. */
  readonly command: readonly string[];
  /** Paths of one run. */
  readonly paths: number;
  /** Threads it uses; those with one are kept on one core where the system can. */
  readonly threads: number;
  /** How it is told the case: as a scenario with changes, or as plain numbers. */
  readonly told: "scenario" | "parameters";
  /** Names of the cases it simulates. @default {every case} */
  readonly cases?: readonly string[];
}

/** Runs a competitor once, in a process of its own. */
export async function runOnce(
  { name, command, paths, threads, told }: Competitor,
  of: Case,
  seed: number,
  pin: readonly string[],
): Promise<RunLine> {
  const numbers = { paths, steps: STEPS, seed };
  const flags = Object.entries(numbers).flatMap(([flag, value]) => [`--${flag}`, `${value}`]);
  const setting = told === "parameters"
    ? ["--parameters", JSON.stringify(peerParameters(of))]
    : ["--scenario", of.scenario, "--changes", JSON.stringify(of.changes)];
  const [program, ...args] = [...(threads === 1 ? pin : []), ...command, ...flags, ...setting];
  const env = { PYTHONDONTWRITEBYTECODE: "1", NO_COLOR: "1" };
  const child = new Deno.Command(program, { args, env, stdin: "null" });
  const { success, stdout, stderr } = await child.output();
  if (!success) {
    throw new Error(`Cannot run ${name}: ${new TextDecoder().decode(stderr).trim()}`);
  }
  return JSON.parse(new TextDecoder().decode(stdout));
}
