import { inspected } from "./inspect.ts";
import type { Outcome } from "./messages.ts";
import { placesIn } from "./places.ts";

/**
 * How a cell that threw has ended: the error's words, and its places in cells.
 *
 * @param error What was thrown, an error or anything else.
 * @param count The cell's number.
 */
export function failure(error: unknown, count: number): Outcome {
  const { ename, evalue, head, places } = told(error, count);
  return { status: "error", ename, evalue, traceback: [head, ...places] };
}

/** What was thrown, on one line or more, for where there is no cell to fail. */
export function failureText(error: unknown): string {
  const { head, places } = told(error);
  return [head, ...places].join("\n");
}

interface Told {
  readonly ename: string;
  readonly evalue: string;
  readonly head: string;
  readonly places: readonly string[];
}

function told(error: unknown, count?: number): Told {
  try {
    if (!(error instanceof Error)) {
      const shown = inspected(error);
      const evalue = typeof error === "string" ? error : shown;
      return { ename: "Uncaught", evalue, head: `Uncaught ${shown}`, places: [] };
    }
    const ename = String(error.name), evalue = String(error.message);
    const head = evalue === "" ? ename : `${ename}: ${evalue}`;
    const places = [...placesIn(error.stack, count), ...causes(error)];
    return { ename, evalue, head, places };
  } catch {
    const evalue = "cannot be shown";
    return { ename: "Uncaught", evalue, head: "Uncaught, and cannot be shown", places: [] };
  }
}

/** What an error says of its cause, or of the several that it stands for. */
function causes(error: Error): readonly string[] {
  const several = error instanceof AggregateError ? error.errors : [];
  const because = "cause" in error ? [`Caused by ${inspected(error.cause)}`] : [];
  return [...because, ...several.map((one) => `    ${inspected(one)}`)];
}
