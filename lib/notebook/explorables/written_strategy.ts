import type { Quote, Situation, Strategy } from "../../strategy/strategy.ts";
import { suggestion } from "../../nearest_name.ts";
import { ExpressionError, type Names, type Read, readExpression } from "./expression.ts";
import { constants, functions } from "./expression_words.ts";

/** What a written strategy sees at every step, in the order in which messages list it. */
const seen = ["inventory", "midPrice", "step", "time", "timeLeft"];
const wanted = ["bidDepth", "askDepth"];
const MOST = 2000;

/** One line that names a number. */
interface Line {
  readonly at: number;
  readonly name: string;
  readonly value: (names: Names) => number;
}

/** What a written strategy is told beside the situation. */
export interface WrittenStrategyOptions {
  /** Length of a step, in the session's unit of time. */
  readonly dt: number;
  /** Numbers that lines may name, such as the volatility that is believed. */
  readonly beliefs: Readonly<Record<string, number>>;
}

/**
 * A strategy from lines such as `bidDepth = 0.65 + 0.1 * inventory`, read and not run.
 *
 * Every line names a number, which the lines below it may use; two must be `bidDepth` and `askDepth`. Empty lines and
 * what stands behind // say nothing.
 *
 * @returns The strategy. A depth that is no number is an error that names its line.
 * @throws {TypeError} Names the line and the word that cannot be read.
 */
export function writtenStrategy(text: string, options: WrittenStrategyOptions): Strategy {
  const { dt, beliefs } = options;
  if (text.length > MOST) throw new TypeError(`Cannot read more than ${MOST} letters of strategy`);
  const lines = readLines(text, [...seen, ...Object.keys(beliefs)]);
  for (const name of wanted) {
    if (lines.some((line) => line.name === name)) continue;
    throw new TypeError(`Cannot read the strategy as no line says ${name} = …`);
  }
  const words = new Set(text.replace(/\/\/.*$/gm, "").match(/\w+/g));
  return {
    name: "Yours",
    readsPrice: words.has("midPrice"),
    readsTime: ["step", "time", "timeLeft"].some((word) => words.has(word)),
    quote(situation): Quote {
      const { time, timeLeft, midPrice, inventory } = situation;
      const names = new Map(Object.entries(beliefs));
      for (const [name, value] of Object.entries({ time, timeLeft, midPrice, inventory })) {
        names.set(name, value);
      }
      names.set("step", Math.round(time / dt));
      for (const line of lines) names.set(line.name, valueOf(line, names, situation));
      return { bidDepth: names.get("bidDepth")!, askDepth: names.get("askDepth")! };
    },
  };
}

function readLines(text: string, known: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  text.split("\n").forEach((whole, i) => {
    const at = i + 1;
    const line = whole.replace(/\/\/.*$/, "").trim().replace(/;$/, "");
    if (line === "") return;
    const parts = /^(?:const\s+|let\s+)?([A-Za-z_]\w*)\s*=(?!=)\s*(.*)$/.exec(line);
    if (parts === null) refuse(at, `must name a number, as in bidDepth = 0.65: it says ${line}`);
    const [, name, expression] = parts!;
    const names = [...known, ...lines.map((earlier) => earlier.name)];
    if (names.includes(name)) refuse(at, `names ${name}, which has a value already`);
    if (constants.has(name) || functions.has(name)) refuse(at, `names ${name}, which is taken`);
    if (expression === "") refuse(at, `says nothing behind ${name} =`);
    lines.push({ at, name, value: numberOf(at, name, expression, names) });
  });
  for (const { at, name } of lines) {
    const near = wanted.find((word) => word.toLowerCase() === name.toLowerCase());
    if (near !== undefined && near !== name) {
      refuse(at, `names ${name}: ${suggestion(name, wanted)}`);
    }
  }
  return lines;
}

function numberOf(at: number, name: string, expression: string, names: readonly string[]) {
  let read: Read;
  try {
    read = readExpression(expression, names);
  } catch (error) {
    if (error instanceof ExpressionError) refuse(at, error.message);
    throw error;
  }
  if (read.kind === "number") return read.value;
  return refuse(at, `makes ${name} true or false, and not a number`);
}

function valueOf({ at, name, value }: Line, names: Names, { inventory }: Situation): number {
  const where = `where inventory is ${inventory} at step ${names.get("step")}`;
  let found: number;
  try {
    found = value(names);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new RangeError(`Cannot quote as line ${at}, ${name}, ${error.message} ${where}`);
  }
  if (wanted.includes(name) && found === -Infinity) {
    throw new RangeError(`Cannot quote as line ${at} makes ${name} −∞ ${where}`);
  }
  return found;
}

function refuse(at: number, reason: string): never {
  throw new TypeError(`Cannot read the strategy as line ${at} ${reason}`);
}
