/** How a name of the cells is declared. */
export type Kind = "const" | "let";

/** Getters of constants: known to do nothing but answer. */
const harmless = new WeakSet<() => unknown>();

/**
 * Declares a name for all cells, with its value: what is constant refuses another one.
 *
 * @param kind Whether it may be given another value.
 */
export function declare(name: string, kind: Kind, value: unknown): void {
  if (kind === "let") {
    define(name, { value, writable: true });
    return;
  }
  const get = () => value;
  harmless.add(get);
  define(name, {
    get,
    set() {
      throw new TypeError("Assignment to constant variable.");
    },
  });
}

/**
 * Declares a name that has no value yet: reading it fails until it is given its first one.
 *
 * @param kind Whether it may be given another value after the first.
 */
export function announce(name: string, kind: Kind): void {
  define(name, {
    get() {
      throw new ReferenceError(`Cannot access '${name}' before initialization`);
    },
    set: (value) => declare(name, kind, value),
  });
}

function define(name: string, how: PropertyDescriptor): void {
  Object.defineProperty(globalThis, name, { configurable: true, enumerable: true, ...how });
}

/** What a property holds, without calling a getter that may do anything. */
export function heldBy(property: PropertyDescriptor): unknown {
  const { get, value } = property;
  return get !== undefined && harmless.has(get) ? get() : value;
}
