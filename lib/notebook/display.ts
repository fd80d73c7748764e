import { flag, maybe, text } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { broadcast, inKernel } from "./kernel.ts";
import { looked } from "./kernel_marks.ts";

/** An output in several formats, of which a page shows the richest that it knows. */
export interface MediaBundle {
  /** The content in the format that the MIME type names. */
  readonly [mimeType: string]: unknown;
}

/** The method with which a value says how it looks in a notebook. */
export const displayMethod: unique symbol = Symbol.for("Jupyter.display");

/** A value that says how it looks: the kernel asks the last value of each cell. */
export interface Displayable {
  /** The value in every format it has. */
  [displayMethod](): MediaBundle;
}

/** How {@linkcode display} sends a value. */
export interface DisplayOptions {
  /** Name under which a later call can replace this output. @default {no name} */
  readonly id?: string;
  /** Whether to replace the outputs of this name. @default {false} */
  readonly update?: boolean;
}

/**
 * Shows a value in the middle of a cell, at once, even from a synchronous loop.
 *
 * A cell's last value needs no call: it shows by itself. Outside a notebook the value's plain text
 * goes to the console.
 *
 * @param value A {@linkcode Displayable}, such as a figure; anything else shows as its plain text.
 * @param options Name of the output, and whether to replace what has this name.
 * @throws {TypeError} Where `update` is asked for without an `id`.
 *
 * @example
 * ```ts
 * import { display, displayMethod } from "@digital-market-maker/lab/notebook";
 *
 * display({ [displayMethod]: () => ({ "text/plain": "a line", "text/html": "<b>a line</b>" }) });
 * ```
 */
export function display(value: unknown, options: DisplayOptions = {}): void {
  checkKeys<DisplayOptions>("display", options, {
    id: maybe(text),
    update: maybe(flag),
  });
  const { id, update = false } = options;
  if (update && id === undefined) {
    throw new TypeError(
      "Cannot display as update must come with an id: current value is undefined",
    );
  }
  const data = mediaBundle(value);
  if (!inKernel()) {
    console.log(data["text/plain"]);
    return;
  }
  broadcast(update ? "update_display_data" : "display_data", {
    data,
    metadata: {},
    transient: id === undefined ? {} : { display_id: id },
  });
}

function mediaBundle(bare: unknown): MediaBundle {
  const value = looked(bare);
  if (isDisplayable(value)) return value[displayMethod]();
  return { "text/plain": typeof value === "string" ? value : Deno.inspect(value) };
}

function isDisplayable(value: unknown): value is Displayable {
  return typeof Reflect.get(Object(value), displayMethod) === "function";
}
