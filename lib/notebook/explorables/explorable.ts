import { checkKeys, checkOneOf, checkThat, type KeysOf } from "../../check.ts";
import type { SceneChart } from "./scene_charts.ts";

/** What one control holds. */
export type Setting = number | string;

/** A slider over chosen numbers. */
export interface Slider {
  readonly kind: "slider";
  /** What is set, in words, with its symbol. */
  readonly label: string;
  /** Its unit, as it stands behind the number. */
  readonly unit: string;
  /** The numbers, rising. */
  readonly stops: readonly number[];
}

/** A choice between words. */
export interface Choice {
  readonly kind: "choice";
  readonly label: string;
  /** Each value with the words that name it. */
  readonly options: Readonly<Record<string, string>>;
}

/** A seed: a whole number, with a button for the next one. */
export interface Seed {
  readonly kind: "seed";
  readonly label: string;
  /** Whether it has that button. @default {true} */
  readonly button?: boolean;
}

/** Lines that the reader writes. */
export interface Writing {
  readonly kind: "text";
  readonly label: string;
  /** Lines there is room for. */
  readonly lines: number;
}

/** What actions have written so far: it has no place on the page. */
export interface Kept {
  readonly kind: "kept";
  readonly label: string;
}

/** Something a reader can set. */
export type Control = Slider | Choice | Seed | Writing | Kept;

/** What all controls of an explorable are set to. */
export type Settings<V> = { readonly [K in keyof V]: Setting };

/** Numbers as a table shows them. */
export interface NumbersTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first word of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** What an explorable shows for one state of its controls. */
export interface Scene {
  readonly charts: readonly SceneChart[];
  readonly table: NumbersTable;
  /** What is seen, in a sentence or two. */
  readonly summary: string;
}

/**
 * A live picture: controls, a model that turns their values into numbers by the tested library, and a
 * view of the numbers. Pure functions, so that a notebook's static picture and a page's live one are the
 * same code.
 */
export interface Explorable<V extends Settings<V>, M> {
  /** Name in pages and files, in snake_case. */
  readonly name: string;
  /** The question it answers. */
  readonly title: string;
  readonly defaults: V;
  readonly controls: { readonly [K in keyof V]: Control };
  /** The slider that a play button moves, and speeds to choose from, in steps a second. */
  readonly play?: {
    readonly key: keyof V & string;
    readonly speeds: readonly number[];
    readonly speed: number;
  };
  /** Buttons by their words: what each makes of the values. */
  readonly actions?: Readonly<Record<string, (values: V) => Partial<V>>>;
  /** Values to numbers. */
  readonly model: (values: V) => M;
  /** Numbers to charts and words. */
  readonly view: (model: M, width: number) => Scene;
}

/** Evenly spaced stops; each is the number its decimal digits say. */
export function evenStops(low: number, high: number, step: number): readonly number[] {
  const count = Math.round((high - low) / step);
  return Array.from(
    { length: count + 1 },
    (_, i) => Number((low + i * step).toPrecision(12)),
  );
}

/** Ten stops a decade, 1, 1.25, 1.6, 2 … 8, from 10^low to 10^high. */
export function decadeStops(low: number, high: number): readonly number[] {
  const digits = [1, 1.25, 1.6, 2, 2.5, 3, 4, 5, 6.5, 8];
  const stops = digits.flatMap((digit) =>
    Array.from({ length: high - low }, (_, i) => Number(`${digit}e${low + i}`))
  );
  return [...stops, Number(`1e${high}`)].toSorted((a, b) => a - b);
}

/**
 * The values an explorable starts from, and its controls with these values among their stops.
 *
 * @param initial Values that differ from the defaults.
 * @throws {TypeError} Where there is no such control, or a word is not among its options.
 * @throws {RangeError} Where a number is outside its slider.
 */
export function startOf<V extends Settings<V>, M>(
  { name, defaults, controls }: Explorable<V, M>,
  initial: Partial<V>,
): { readonly values: V; readonly controls: Explorable<V, M>["controls"] } {
  const action = `build ${name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}`;
  const keys = Object.keys(controls) as (keyof V & string)[];
  checkKeys<Partial<V>>(action, initial, controls as KeysOf<Partial<V>>);
  const values: V = { ...defaults, ...initial };
  const fitted = Object.fromEntries(
    keys.map((key) => [key, fitControl(action, key, controls[key], values[key])]),
  ) as Explorable<V, M>["controls"];
  return { values, controls: fitted };
}

function fitControl(action: string, key: string, control: Control, value: Setting): Control {
  if (control.kind === "choice") {
    const word = typeof value === "number" ? `${value}` : value;
    checkOneOf(action, key, word, Object.keys(control.options));
    return control;
  }
  if (control.kind === "seed") {
    const whole = Number.isSafeInteger(value) && Number(value) >= 0;
    checkThat(action, key, "a whole number >= 0", value, whole);
    return control;
  }
  if (control.kind !== "slider") {
    checkThat(action, key, "text", value, typeof value === "string");
    return control;
  }
  const { stops } = control;
  const [low, high] = [stops[0], stops[stops.length - 1]];
  const number = typeof value === "number" ? value : NaN;
  const inside = number >= low && number <= high;
  checkThat(action, key, `between ${low} and ${high}`, value, inside);
  const known = stops.includes(number);
  return known ? control : { ...control, stops: [...stops, number].toSorted((a, b) => a - b) };
}
