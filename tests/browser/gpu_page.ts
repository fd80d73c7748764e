/** What the test of WebGPU runs in the browser's page: the library, bundled. */
import { monteCarloOnGpu, scenario, type ScenarioName } from "../../mod.ts";

/** What the page answers. */
export interface Answer {
  readonly backend: string;
  readonly adapter?: string;
  readonly said: readonly string[];
  /** Profits and final inventories of both traders. */
  readonly finals: Readonly<Record<"naive" | "as", readonly (readonly [number, number])[]>>;
}

async function runInPage(name: ScenarioName, paths: number, seed: string): Promise<Answer> {
  const said: string[] = [];
  const job = { ...scenario(name), paths, seed };
  const result = await monteCarloOnGpu(job, { onFallback: (sentence) => said.push(sentence) });
  const of = (key: "naive" | "as") => {
    const { profit, finalInventory } = result.traders[key].finals;
    return Array.from(profit, (value, i) => [value, finalInventory[i]] as const);
  };
  const { backend, adapter } = result;
  return { backend, adapter, said, finals: { naive: of("naive"), as: of("as") } };
}

Object.assign(globalThis, { runInPage });
