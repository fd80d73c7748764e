/** An operator between two numbers. */
export type Operator =
  | { readonly kind: "number"; readonly of: (a: number, b: number) => number }
  | { readonly kind: "truth"; readonly of: (a: number, b: number) => boolean };

/** A function of numbers. */
export interface KnownFunction {
  readonly of: (...values: number[]) => number;
  /** Fewest and most numbers it takes. */
  readonly least: number;
  readonly most: number;
}

const number = (of: (a: number, b: number) => number): Operator => ({ kind: "number", of });
const truth = (of: (a: number, b: number) => boolean): Operator => ({ kind: "truth", of });

/** Operators between numbers, as JavaScript writes them. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ["+", number((a, b) => a + b)],
  ["-", number((a, b) => a - b)],
  ["*", number((a, b) => a * b)],
  ["/", number((a, b) => a / b)],
  ["%", number((a, b) => a % b)],
  ["**", number((a, b) => a ** b)],
  ["<", truth((a, b) => a < b)],
  ["<=", truth((a, b) => a <= b)],
  [">", truth((a, b) => a > b)],
  [">=", truth((a, b) => a >= b)],
  ["==", truth((a, b) => a === b)],
  ["===", truth((a, b) => a === b)],
  ["!=", truth((a, b) => a !== b)],
  ["!==", truth((a, b) => a !== b)],
]);

const one = (of: (x: number) => number): KnownFunction => ({ of, least: 1, most: 1 });
const two = (of: (x: number, y: number) => number): KnownFunction => ({ of, least: 2, most: 2 });
const some = (of: (...xs: number[]) => number): KnownFunction => ({ of, least: 1, most: Infinity });

/** Functions by name. */
export const functions: ReadonlyMap<string, KnownFunction> = new Map([
  ["abs", one(Math.abs)],
  ["atan", one(Math.atan)],
  ["ceil", one(Math.ceil)],
  ["cos", one(Math.cos)],
  ["cosh", one(Math.cosh)],
  ["exp", one(Math.exp)],
  ["floor", one(Math.floor)],
  ["log", one(Math.log)],
  ["log1p", one(Math.log1p)],
  ["max", some(Math.max)],
  ["min", some(Math.min)],
  ["pow", two(Math.pow)],
  ["round", one(Math.round)],
  ["sign", one(Math.sign)],
  ["sin", one(Math.sin)],
  ["sinh", one(Math.sinh)],
  ["sqrt", one(Math.sqrt)],
  ["tan", one(Math.tan)],
  ["tanh", one(Math.tanh)],
  ["trunc", one(Math.trunc)],
]);

/** Numbers with names; Infinity is no quote. */
export const constants: ReadonlyMap<string, number> = new Map([
  ["E", Math.E],
  ["Infinity", Infinity],
  ["PI", Math.PI],
]);
