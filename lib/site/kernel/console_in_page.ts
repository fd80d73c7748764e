import { consoleTable } from "./console_table.ts";
import { printed } from "./inspect.ts";
import { placesIn } from "./places.ts";
import { printInTurn } from "./prints_in_turn.ts";
import { printedNow } from "./promise_states.ts";

type Print = (stream: "stdout" | "stderr", text: string) => void;

/**
 * The methods of `console`, printing below the cell as Deno's do.
 *
 * @param print Takes each text, line end and all.
 * @param now A clock in milliseconds.
 */
export function consoleInPage(
  print: Print,
  now: () => number = () => performance.now(),
): Readonly<Record<string, (...values: never[]) => void>> {
  const counts = new Map<string, number>(), timers = new Map<string, number>();
  let indent = "";
  const line = (stream: "stdout" | "stderr", values: readonly unknown[]) => {
    const before = indent;
    printInTurn(
      printedNow(() => printed(values)),
      (text) => print(stream, `${text.replace(/^/gm, before)}\n`),
    );
  };
  const out = (...values: readonly unknown[]) => line("stdout", values);
  const err = (...values: readonly unknown[]) => line("stderr", values);
  const group = (...values: readonly unknown[]) => {
    if (values.length > 0) out(...values);
    indent += "  ";
  };
  const passed = (label: string) => {
    const start = timers.get(label);
    if (start === undefined) err(`Timer '${label}' does not exist`);
    return start === undefined ? undefined : Math.trunc(now() - start);
  };
  return {
    log: out,
    info: out,
    debug: out,
    dir: (value?: unknown) => out(value),
    error: err,
    warn: err,
    table(data?: unknown, fields?: readonly string[]) {
      out(typeof data === "object" && data !== null ? consoleTable(data, fields) : data);
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(2);
    },
    assert(holds: unknown = false, ...values: readonly unknown[]) {
      if (holds) return;
      const [first, ...rest] = values;
      if (values.length === 0) err("Assertion failed");
      else if (typeof first === "string") err(`Assertion failed: ${first}`, ...rest);
      else err("Assertion failed:", ...values);
    },
    count(label: string = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      out(`${label}: ${counts.get(label)}`);
    },
    countReset(label: string = "default") {
      counts.set(label, 0);
    },
    time(label: string = "default") {
      timers.set(label, now());
    },
    timeLog(label: string = "default", ...values: readonly unknown[]) {
      const spent = passed(label);
      if (spent !== undefined) out(`${label}: ${spent}ms`, ...values);
    },
    timeEnd(label: string = "default") {
      const spent = passed(label);
      if (spent !== undefined) out(`${label}: ${spent}ms`);
      timers.delete(label);
    },
    trace(...values: readonly unknown[]) {
      err([`Trace: ${printed(values)}`, ...placesIn(new Error().stack)].join("\n"));
    },
    clear() {},
  };
}
