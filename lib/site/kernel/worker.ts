/**
 * The worker in which a notebook's cells run: one for each notebook that is open.
 *
 * @module
 */
import { gatherPrints, whenItPauses } from "../../notebook/gathered_prints.ts";
import { consoleInPage } from "./console_in_page.ts";
import { denoInPage, mediaOf } from "./deno_in_page.ts";
import { failureText } from "./failure.ts";
import { completions, nameAt, valueAt } from "./known_names.ts";
import type { Broadcast, Files, Numbered, Request, Told } from "./messages.ts";
import { openDoor } from "./modules.ts";
import { limitPrints } from "./print_limit.ts";
import { showEnds } from "./promise_states.ts";
import { runCell } from "./run_cell.ts";

// A cell may declare any name, postMessage too.
const post = globalThis.postMessage.bind(globalThis) as (told: Told) => void;
const base = new URL("./", import.meta.url);
let files: Files = {};
// An error deep in the library has the cell's line far below.
Error.stackTraceLimit = 100;
showEnds();

const send: Broadcast = (messageType, content) =>
  post({ type: "broadcast", messageType, content: JSON.stringify(content) });
const limited = limitPrints((name, text) => send("stream", { name, text }));
const prints = gatherPrints({
  send: limited.send,
  now: () => performance.now(),
  soon: whenItPauses,
});
const broadcast: Broadcast = (messageType, content) => {
  prints.flush();
  send(messageType, content);
};

Object.defineProperty(globalThis, "Deno", {
  value: denoInPage(broadcast, () => files),
  configurable: true,
  writable: true,
});
const print = (stream: "stdout" | "stderr", text: string) =>
  prints.print(text, stream === "stderr" ? 2 : 1);
Object.assign(console, consoleInPage(print));

// What fails when no cell waits for it: said where it can be seen, and the kernel goes on.
for (const type of ["error", "unhandledrejection"]) {
  addEventListener(type, (event) => {
    event.preventDefault();
    const { error, reason } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    print("stderr", `Uncaught, outside of the cell: ${failureText(error ?? reason)}\n`);
  });
}

const load = (name: string) => openDoor(name, base);
// Nearly every notebook opens these: they load while JupyterLite starts. What the notebook's door does for how
// values look is left to the cell that opens it.
for (const door of ["", "/frames"]) load(`@digital-market-maker/lab${door}`).catch(() => {});

addEventListener("message", async ({ data }: MessageEvent<Numbered<Request>>) => {
  post({ type: "answer", id: data.id, answer: await answerTo(data) });
});

async function answerTo(request: Request): Promise<unknown> {
  if (request.type === "execute") {
    files = request.files;
    limited.renew();
    const outcome = await runCell(request.code, request.count, { load, broadcast });
    prints.flush();
    return outcome;
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
