import { cellCode, IMPORT } from "./cell_code.ts";
import { nearestName } from "../../nearest_name.ts";
import { announce, declare } from "./cell_names.ts";
import { mediaOf } from "./deno_in_page.ts";
import { failure } from "./failure.ts";
import type { Broadcast, Outcome } from "./messages.ts";
import { cellFile } from "./places.ts";
import { everythingPrinted } from "./prints_in_turn.ts";
import { learnEnds } from "./promise_states.ts";

/** What a cell needs to run. */
export interface CellPlace {
  /** Opens a module by its name. */
  readonly load: (name: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Tells whoever shows the notebook. */
  readonly broadcast: Broadcast;
}

/** Runs a cell where its names are those of all cells, and shows its value. */
export async function runCell(
  source: string,
  count: number,
  { load, broadcast }: CellPlace,
): Promise<Outcome> {
  const file = cellFile(count);
  try {
    const { imports, names, functions, body } = cellCode(source);
    for (const { from, names } of imports) {
      const module = await load(from);
      for (const [own, theirs] of Object.entries(names)) {
        declare(own, "const", theirs === "*" ? module : exported(module, theirs, from));
      }
    }
    for (const [name, kind] of names) announce(name, kind);
    declare(IMPORT, "let", load);
    evaluate(`(() => {"use strict";${functions}\n})`, file)();
    const run = evaluate(`(async () => {"use strict";${body}\n})`, file);
    const [value] = await run() as readonly unknown[];
    await everythingPrinted();
    if (value !== undefined) {
      await learnEnds(value);
      const data = await mediaOf(value);
      broadcast("execute_result", { execution_count: count, data, metadata: {} });
    }
    return { status: "ok" };
  } catch (error) {
    await everythingPrinted();
    return failure(error, count);
  }
}

function exported(
  module: Readonly<Record<string, unknown>>,
  name: string,
  from: string,
): unknown {
  if (name in module) return module[name];
  const near = nearestName(name, Object.keys(module));
  const hint = near === undefined ? "" : `; ${near} is the nearest`;
  throw new SyntaxError(`Cannot import ${name} as ${from} has no such name${hint}`);
}

/** Evaluates in the scope that all cells share. */
function evaluate(code: string, file: string): () => unknown {
  return (0, eval)(`${code}\n//# sourceURL=${file}`);
}
