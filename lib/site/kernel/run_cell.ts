import { cellCode, IMPORT } from "./cell_code.ts";
import { mediaOf } from "./deno_in_page.ts";
import { inspected } from "./inspect.ts";
import type { Broadcast, Outcome } from "./messages.ts";

/** What a cell needs to run. */
export interface CellPlace {
  /** Opens a module by its name. */
  readonly load: (name: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Tells whoever shows the notebook. */
  readonly broadcast: Broadcast;
}

/**
 * Runs a cell where its names are those of all cells, and shows its value.
 *
 * @param source The cell.
 * @param count Its number.
 * @param place Modules, and where outputs go.
 * @returns How it ended.
 */
export async function runCell(
  source: string,
  count: number,
  { load, broadcast }: CellPlace,
): Promise<Outcome> {
  const file = `cell-${count}`;
  try {
    const { imports, names, functions, body } = cellCode(source);
    for (const { from, names } of imports) {
      const module = await load(from);
      for (const [own, theirs] of Object.entries(names)) {
        declare(own, theirs === "*" ? module : module[theirs]);
      }
    }
    const imported = new Set(imports.flatMap(({ names }) => Object.keys(names)));
    for (const name of names) if (!imported.has(name)) declare(name, undefined);
    declare(IMPORT, load);
    evaluate(`(() => {"use strict";${functions}\n})`, file)();
    const run = evaluate(`(async () => {"use strict";${body}\n})`, file);
    const [value] = await run() as readonly unknown[];
    if (value !== undefined) {
      const data = await mediaOf(value);
      broadcast("execute_result", { execution_count: count, data, metadata: {} });
    }
    return { status: "ok" };
  } catch (error) {
    return failure(error, file);
  }
}

function declare(name: string, value: unknown): void {
  const open = { value, writable: true, configurable: true, enumerable: true };
  Object.defineProperty(globalThis, name, open);
}

/** Evaluates in the scope that all cells share. */
function evaluate(code: string, file: string): () => unknown {
  return (0, eval)(`${code}\n//# sourceURL=${file}`);
}

function failure(error: unknown, file: string): Outcome {
  if (!(error instanceof Error)) {
    const evalue = typeof error === "string" ? error : inspected(error);
    return {
      status: "error",
      ename: "Uncaught",
      evalue,
      traceback: [`Uncaught ${inspected(error)}`],
    };
  }
  const { name, message, stack = "" } = error;
  const lines = [...stack.matchAll(new RegExp(`${file}(?:, <anonymous>)?:(\\d+)`, "g"))].map((
    [, line],
  ) => line);
  const places = lines.filter((line, i) => line !== lines[i - 1]).map((line) =>
    `    at line ${line} of this cell`
  );
  const head = message === "" ? name : `${name}: ${message}`;
  return { status: "error", ename: name, evalue: message, traceback: [head, ...places] };
}
