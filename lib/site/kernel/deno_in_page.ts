import { flushed, looked } from "../../notebook/kernel_marks.ts";
import { inspected } from "./inspect.ts";
import type { Broadcast, Files } from "./messages.ts";

const displayMethod = Symbol.for("Jupyter.display");

class NotFound extends Error {
  override name = "NotFound";
}

/** What a page cannot do, said when it is asked for. */
const refused = Object.fromEntries(
  ["writeFile", "writeFileSync", "writeTextFile", "writeTextFileSync", "mkdir", "mkdirSync", "open"]
    .map((name) => [name, () => {
      throw new TypeError(
        `Cannot use Deno.${name} in a page: it reads the files beside the notebook, and can do no more with files`,
      );
    }]),
);

/** As much of `Deno` as a chapter uses, in a page: displays, `Deno.inspect`, and the files beside the notebook. */
export function denoInPage(broadcast: Broadcast, files: () => Files): object {
  const internal = Symbol("internal");
  const bytes = (asked: string | URL) => {
    const path = String(asked);
    const found = files()[path.replace(/^(?:file:\/\/)?(?:\.?\/)?/, "")];
    if (found === undefined) {
      throw new NotFound(
        `No such file here: ${path}. A page reads the files that stand beside the notebook: drop yours ` +
          "into the file browser, and run the cell again",
      );
    }
    return found;
  };
  const display = (
    value: unknown,
    { raw = false, display_id, update = false }: {
      raw?: boolean;
      display_id?: string;
      update?: boolean;
    } = {},
  ) => {
    broadcast(update ? "update_display_data" : "display_data", {
      data: raw ? value : mediaOf(value),
      metadata: {},
      transient: display_id === undefined ? {} : { display_id },
    });
    return Promise.resolve();
  };
  const shown = (type: string) => (parts: TemplateStringsArray, ...values: readonly unknown[]) => ({
    [displayMethod]: () => ({ [type]: String.raw({ raw: parts.raw }, ...values) }),
  });
  const text = (path: string | URL) => new TextDecoder().decode(bytes(path));
  return {
    ...refused,
    noColor: true,
    build: { os: "browser" },
    env: { get: () => undefined },
    errors: { NotFound },
    inspect: inspected,
    internal,
    // Outputs need no waiting: here they are sent in order.
    [internal]: { jupyter: { broadcastResult: Object.assign(() => {}, { [flushed]: true }) } },
    jupyter: {
      $display: displayMethod,
      broadcast: async (type: string, content: Readonly<Record<string, unknown>>) =>
        await broadcast(type, content),
      display,
      html: shown("text/html"),
      md: shown("text/markdown"),
      svg: shown("image/svg+xml"),
    },
    cwd: () => "/",
    readFile: async (path: string | URL) => await bytes(path),
    readFileSync: bytes,
    readTextFile: async (path: string | URL) => await text(path),
    readTextFileSync: text,
    statSync: (path: string) => ({ isFile: true, isDirectory: false, size: bytes(path).length }),
    openSync: (path: string) => ({ readable: new Blob([bytes(path)]).stream() }),
  };
}

/**
 * A value in the formats that a page knows: as it says itself or the library says of it, otherwise its text.
 *
 * @returns Content by MIME type.
 */
export function mediaOf(bare: unknown): unknown {
  const value = looked(bare);
  const show = Reflect.get(Object(value), displayMethod);
  return typeof show === "function" ? show.call(value) : { "text/plain": inspected(value) };
}
