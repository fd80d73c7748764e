import { meanReach } from "../analysis/mean_reach.ts";
import type { ControlledMean, MonteCarloResult } from "../monte_carlo/result.ts";
import { optional, UsageError } from "./flags.ts";
import { fixed } from "./table.ts";
import { word } from "./values.ts";

/** `--control`: whose exactly known mean frees the other's of noise. */
export const controlFlag = optional(
  "NAME",
  word("naive", "as"),
  "whose mean profit is known exactly, to take the noise out that the other's shares with it",
  "none",
);

/** The other trader's mean profit with less noise, over all batches. */
export interface Controlled extends ControlledMean {
  /** Whose mean it is: a short name. */
  readonly trader: "naive" | "as";
}

/** What is said of a control before a run: a usage error where it cannot serve. */
export function checkControl(
  { control, paths, shard, traders }: {
    readonly control?: string;
    readonly paths: number;
    readonly shard?: unknown;
    readonly traders: readonly string[];
  },
): void {
  if (control === undefined) return;
  if (shard !== undefined) {
    throw new UsageError("Cannot read --control with --shard: a shard holds sums of its paths");
  }
  if (!traders.includes("naive") || !traders.includes("as")) {
    throw new UsageError(
      `Cannot read --control as naive and as must be among --traders: there are ${traders.join()}`,
    );
  }
  if (paths < 3) {
    throw new UsageError(`Cannot read --control as paths must be at least 3: there are ${paths}`);
  }
}

/** Gathers the controlled means of batches. */
export function controlledBatches(control: "naive" | "as"): {
  readonly add: (result: MonteCarloResult) => void;
  readonly total: (standardError: number | null) => Controlled;
} {
  const trader = control === "as" ? "naive" : "as";
  let paths = 0, sum = 0, squares = 0;
  return {
    add(result) {
      const controlled = result.traders[trader].controlled;
      // A last batch of one or two paths has no controlled mean, and hardly any weight.
      if (controlled === undefined) return;
      paths += result.paths;
      sum += result.paths * controlled.mean;
      squares += (result.paths * controlled.standardError) ** 2;
    },
    total(standardError) {
      const error = Math.sqrt(squares) / paths;
      const pathsSaved = standardError ? Math.max(0, 1 - (error / standardError) ** 2) : 0;
      return { control, trader, mean: sum / paths, standardError: error, pathsSaved };
    },
  };
}

/** A controlled mean in words. */
export function controlledText(
  { control, trader, mean, standardError, pathsSaved }: Controlled,
  paths: number,
): string {
  const names = { naive: "Naive", as: "AS" } as const;
  const reach = meanReach(paths);
  const interval = reach === null ? "" : ` ± ${fixed(reach * standardError, 2)}`;
  return `${names[trader]} with ${names[control as "naive" | "as"]} as control: profit ${
    fixed(mean, 2)
  }${interval}, ${fixed(100 * pathsSaved, 1)} % of the paths saved.`;
}
