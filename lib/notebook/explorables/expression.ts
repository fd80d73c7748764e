import jsep, { type Expression } from "jsep";
import { suggestion } from "../../nearest_name.ts";
import { constants, functions, operators } from "./expression_words.ts";

/** What names stand for while an expression is worked out. */
export type Names = ReadonlyMap<string, number>;

/** An expression that was read: a number, or something that is true or false. */
export type Read =
  | { readonly kind: "number"; readonly value: (names: Names) => number }
  | { readonly kind: "truth"; readonly value: (names: Names) => boolean };

/** What is wrong with an expression, as the end of a sentence that says where it stands. */
export class ExpressionError extends Error {}

/**
 * Reads arithmetic as JavaScript writes it: numbers, names, + − * / % **, comparisons, && || !, a ? b : c, and the
 * usual functions. Nothing of it is run as code: the parser is jsep, and every word must be one of ours.
 *
 * @returns What works it out. It refuses to come to anything that is not a number.
 * @throws {ExpressionError} Names the word that cannot be read.
 */
export function readExpression(text: string, known: readonly string[]): Read {
  let tree: Expression;
  try {
    tree = jsep(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    throw new ExpressionError(`cannot be read: ${reason.replace(/ at character \d+$/, "")}`);
  }
  return read(tree, known);
}

function read(tree: Expression, known: readonly string[]): Read {
  const numberOf = (part: unknown, of: string) => {
    const { kind, value } = read(part as Expression, known);
    if (kind === "number") return value;
    throw new ExpressionError(`needs a number at ${of}, and has something that is true or false`);
  };
  const truthOf = (part: unknown, of: string) => {
    const { kind, value } = read(part as Expression, known);
    if (kind === "truth") return value;
    throw new ExpressionError(`needs a comparison at ${of}, such as inventory > 0`);
  };
  switch (tree.type) {
    case "Literal":
      if (typeof tree.value === "number") return numeric(constant(tree.value));
      if (typeof tree.value === "boolean") return truth(constant(tree.value));
      break;
    case "Identifier":
      return numeric(nameOf(wordOf(tree), known));
    case "MemberExpression":
      return numeric(nameOf(wordOf(tree), []));
    case "UnaryExpression": {
      const operator = String(tree.operator);
      if (operator === "!") {
        const value = truthOf(tree.argument, operator);
        return truth((names) => !value(names));
      }
      const value = numberOf(tree.argument, operator);
      if (operator === "+") return numeric(value);
      if (operator === "-") return numeric((names) => -value(names));
      throw new ExpressionError(`has ${operator}, which is not known here`);
    }
    case "BinaryExpression": {
      const operator = String(tree.operator);
      const [left, right] = [tree.left, tree.right];
      if (operator === "&&" || operator === "||") {
        const [a, b] = [truthOf(left, operator), truthOf(right, operator)];
        return truth(operator === "&&" ? (s) => a(s) && b(s) : (s) => a(s) || b(s));
      }
      if (operator === "**" && (left as Expression).type === "UnaryExpression") {
        throw new ExpressionError("has a sign before **: write -(x ** y), or pow(-x, y)");
      }
      const [a, b] = [numberOf(left, operator), numberOf(right, operator)];
      const known = operators.get(operator);
      if (known === undefined) {
        throw new ExpressionError(`has ${operator}, which is not known here`);
      }
      if (known.kind === "truth") return truth((s) => known.of(a(s), b(s)));
      return numeric((s) => checked(known.of(a(s), b(s)), operator));
    }
    case "ConditionalExpression": {
      const test = truthOf(tree.test, "?");
      const [yes, no] = [numberOf(tree.consequent, "?"), numberOf(tree.alternate, ":")];
      return numeric((names) => test(names) ? yes(names) : no(names));
    }
    case "CallExpression": {
      const name = wordOf(tree.callee as Expression);
      const called = functions.get(name);
      if (called === undefined) {
        throw new ExpressionError(`calls ${name}: ${suggestion(name, [...functions.keys()])}`);
      }
      const given = tree.arguments as readonly unknown[];
      const parts = given.map((part) => numberOf(part, name));
      if (parts.length < called.least || parts.length > called.most) {
        const wanted = called.most === called.least ? `${called.least}` : `${called.least} or more`;
        throw new ExpressionError(`gives ${name} ${parts.length} numbers: it takes ${wanted}`);
      }
      return numeric((s) => checked(called.of(...parts.map((part) => part(s))), name));
    }
    case "Compound":
      throw new ExpressionError("holds more than one expression: is an operator missing?");
  }
  throw new ExpressionError(`has ${String(tree.raw ?? "something")} that is not arithmetic`);
}

const constant = <T>(value: T) => () => value;
const numeric = (value: (names: Names) => number): Read => ({ kind: "number", value });
const truth = (value: (names: Names) => boolean): Read => ({ kind: "truth", value });

/** `exp` and `Math.exp` are one word. */
function wordOf({ type, name, object, property, computed }: Expression): string {
  if (type === "Identifier") return String(name);
  const inner = object as Expression | undefined;
  if (type === "MemberExpression" && computed !== true && inner?.name === "Math") {
    return String((property as Expression).name);
  }
  throw new ExpressionError("has a dot, a bracket or a call where a name is wanted");
}

function nameOf(word: string, known: readonly string[]): (names: Names) => number {
  const fixed = constants.get(word);
  if (fixed !== undefined) return constant(fixed);
  if (known.includes(word)) return (names) => names.get(word)!;
  if (functions.has(word)) throw new ExpressionError(`has ${word} without its brackets`);
  throw new ExpressionError(`has ${word}: ${suggestion(word, [...known, "Infinity"])}`);
}

function checked(value: number, word: string): number {
  if (!Number.isNaN(value)) return value;
  throw new ExpressionError(`comes to no number at ${word}`);
}
