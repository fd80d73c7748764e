import { heldBy } from "./cell_names.ts";

const chain =
  /([\p{ID_Start}$_][\p{ID_Continue}$]*(?:\??\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*\??\.)?([\p{ID_Start}$_][\p{ID_Continue}$]*)?$/u;

/** Words of the language that a person begins to type. */
const words =
  "async await break case catch class const continue default delete else false finally for " +
  "function if import in instanceof let new null of return switch this throw true try typeof undefined " +
  "void while yield";

/** What may stand where a person types. */
export interface Completions {
  readonly matches: string[];
  readonly start: number;
  readonly end: number;
}

/**
 * Names that can follow what is typed: properties of the value before the point, or everything that cells
 * have declared, the library's names and the language's words.
 *
 * @param at Where the person types.
 * @returns The names, the nearest first, and what they replace.
 */
export function completions(code: string, at: number): Completions {
  const [, owner, begun = ""] = chain.exec(code.slice(0, at)) ?? [];
  const start = at - begun.length;
  const all = owner === undefined
    ? [...propertiesOf(globalThis), ...words.split(" ")]
    : propertiesOf(valueAt(owner.replace(/\??\.$/, "")));
  const own = new Set(Object.keys(globalThis));
  const rank = (name: string) => (owner === undefined && own.has(name) ? 0 : 1);
  const matches = [...new Set(all)].filter((name) =>
    name.startsWith(begun) && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) &&
    (begun.startsWith("$") || !name.startsWith("$"))
  ).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { matches, start, end: at };
}

/** The name that a cursor stands in or after, or that of the function whose arguments it stands in. */
export function nameAt(code: string, at: number): string | undefined {
  const rest = /^[\p{ID_Continue}$]*/u.exec(code.slice(at))![0];
  const [, owner = "", name] = chain.exec(code.slice(0, at) + rest) ?? [];
  if (name !== undefined) return owner + name;
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (")]}".includes(code[i])) depth++;
    else if ("([{".includes(code[i]) && depth-- === 0) {
      if (code[i] !== "(") {
        depth = 0;
        continue;
      }
      const [, before = "", called] = chain.exec(code.slice(0, i)) ?? [];
      if (called !== undefined) return before + called;
      depth = 0;
    }
  }
  return undefined;
}

/**
 * The value of a name, or of a chain of names with points between. Getters are passed over, as they may do
 * anything.
 *
 * @param names Such as `session.wealth`.
 * @returns The value; undefined where there is none.
 */
export function valueAt(names: string): unknown {
  let value: unknown = globalThis;
  for (const name of names.split(/\??\./)) {
    if (value === undefined || value === null) return undefined;
    value = propertyOf(Object(value), name);
  }
  return value;
}

function propertyOf(owner: object | null, name: string): unknown {
  if (owner === null) return undefined;
  const own = Object.getOwnPropertyDescriptor(owner, name);
  return own === undefined ? propertyOf(Object.getPrototypeOf(owner), name) : heldBy(own);
}

function propertiesOf(value: unknown): readonly string[] {
  const names: string[] = [];
  let owner = value === undefined || value === null ? null : Object(value);
  for (; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (owner !== Object.prototype || value === globalThis) {
      names.push(...Object.getOwnPropertyNames(owner));
    }
  }
  return names;
}
