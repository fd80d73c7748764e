/**
 * The worker in which a notebook's cells run: one for each notebook that is open.
 *
 * @module
 */
import { denoInPage, mediaOf } from "./deno_in_page.ts";
import { printed } from "./inspect.ts";
import { completions, nameAt, valueAt } from "./known_names.ts";
import type { Broadcast, Files, Numbered, Request, Told } from "./messages.ts";
import { openDoor } from "./modules.ts";
import { runCell } from "./run_cell.ts";

// A cell may declare any name, postMessage too.
const post = globalThis.postMessage.bind(globalThis) as (told: Told) => void;
const base = new URL("./", import.meta.url);
let files: Files = {};

const broadcast: Broadcast = (messageType, content) =>
  post({ type: "broadcast", messageType, content });

Object.defineProperty(globalThis, "Deno", {
  value: denoInPage(broadcast, () => files),
  configurable: true,
  writable: true,
});
const print = (name: "stdout" | "stderr") => (...values: readonly unknown[]) =>
  broadcast("stream", { name, text: `${printed(values)}\n` });
const [out, err] = [print("stdout"), print("stderr")];
Object.assign(console, { log: out, info: out, debug: out, dir: out, error: err, warn: err });

const load = (name: string) => openDoor(name, base);

addEventListener("message", async ({ data }: MessageEvent<Numbered<Request>>) => {
  post({ type: "answer", id: data.id, answer: await answerTo(data) });
});

async function answerTo(request: Request): Promise<unknown> {
  if (request.type === "execute") {
    files = request.files;
    return await runCell(request.code, request.count, { load, broadcast });
  }
  if (request.type === "complete") return completions(request.code, request.at);
  return await described(request.code, request.at);
}

/** What Shift-Tab shows: the reference of a name of the library, otherwise the value itself. */
async function described(code: string, at: number): Promise<unknown> {
  const name = nameAt(code, at);
  if (name === undefined) return undefined;
  const { helpText } = await load("@digital-market-maker/lab/notebook");
  const known = typeof helpText === "function" ? helpText(name) : undefined;
  if (known !== undefined) return known;
  const value = valueAt(name);
  return value === undefined ? undefined : mediaOf(value);
}
