import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "./environment.ts";

/** How JupyterLab is started. */
export interface LabOptions {
  /** The folder it shows. */
  readonly root: string;
  /** The port on 127.0.0.1; must be free. */
  readonly port: number;
  /** Whether it opens a browser. @default {false} */
  readonly browser?: boolean;
  /** The folder that the page shows first, inside `root`. @default {the root} */
  readonly open?: string;
  /** More of JupyterLab's own command-line options. @default {none} */
  readonly more?: readonly string[];
}

/** A JupyterLab that runs. */
export interface Lab {
  /** The address to open, with the token. */
  readonly url: string;
  /** Settles when the server has ended, by itself or by {@linkcode stop}. */
  readonly ended: Promise<unknown>;
  /** The last line that the server wrote; settles when it has ended. */
  readonly lastWords: Promise<string>;
  /** Stops the server and every kernel that it runs. */
  stop(): Promise<void>;
}

const START_SECONDS = 60;
const STOP_SECONDS = 20;

/**
 * Starts JupyterLab on 127.0.0.1 behind a new token, and waits until it answers.
 *
 * It offers our kernel alone, and asks nothing of the network: no news, no updates, no extensions.
 *
 * @throws {Error} Where it ends at once, or does not answer within a minute.
 */
export async function startLab(environment: Environment, options: LabOptions): Promise<Lab> {
  const { root, port, browser = false, open = "", more = [] } = options;
  const token = crypto.getRandomValues(new Uint8Array(24)).toHex();
  const page = open === "" ? "/lab" : `/lab/tree/${open}`;
  const child = new Deno.Command(environment.python, {
    args: [
      fileURLToPath(new URL("run_lab.py", import.meta.url)),
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      `--ServerApp.root_dir=${root}`,
      `--ServerApp.open_browser=${browser ? "True" : "False"}`,
      `--LabApp.default_url=${page}`,
      "--ServerApp.answer_yes=True",
      ...(isRoot() ? ["--ServerApp.allow_root=True"] : []),
      "--LabApp.extension_manager=readonly",
      "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
      "--LabApp.news_url=",
      "--ServerApp.terminals_enabled=False",
      "--KernelSpecManager.ensure_native_kernel=False",
      "--KernelSpecManager.allowed_kernelspecs=deno",
      "--MultiKernelManager.default_kernel_name=deno",
      "--ServerApp.kernel_websocket_connection_class=explaining_connection.ExplainingConnection",
      ...more,
    ],
    // In the environment, not among the arguments, which other users of the machine can read.
    env: { ...environment.variables, JUPYTER_TOKEN: token },
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
    // Ctrl-C in a terminal would reach the server too, and twice told it leaves busy kernels behind.
    detached: true,
  }).spawn();
  const log = keepLog(child.stderr, join(environment.variables.JUPYTER_DATA_DIR, "lab.log"));
  const ended = child.status;
  const stop = async () => {
    await child.stdin.close();
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_SECONDS * 1000);
    await ended;
    clearTimeout(timer);
  };
  if (!await answers(port, token, child.status)) {
    await stop();
    throw new Error(`Cannot start JupyterLab:\n${(await log).slice(-5).join("\n")}`);
  }
  const lastWords = log.then((lines) => lines.at(-1) ?? "");
  return { url: `http://127.0.0.1:${port}${page}?token=${token}`, ended, lastWords, stop };
}

/** Only root needs to say that it is root, and only systems with users can be asked. */
function isRoot(): boolean {
  return Deno.build.os !== "windows" && Deno.uid() === 0;
}

/** Writes the server's messages to a file, and keeps its last lines at hand. */
async function keepLog(
  output: ReadableStream<Uint8Array>,
  path: string,
): Promise<readonly string[]> {
  await Deno.mkdir(join(path, ".."), { recursive: true });
  using file = await Deno.create(path);
  let tail = "";
  const decoder = new TextDecoder();
  for await (const bytes of output) {
    await file.write(bytes);
    tail = (tail + decoder.decode(bytes, { stream: true })).slice(-2000);
  }
  return tail.trim().split("\n");
}

/** Whether our server answers: another one on that port does not take our token. */
async function answers(port: number, token: string, ended: Promise<unknown>): Promise<boolean> {
  let gone = false;
  ended.then(() => gone = true);
  const last = performance.now() + START_SECONDS * 1000;
  const headers = { authorization: `token ${token}` };
  while (!gone && performance.now() < last) {
    try {
      const { ok, body } = await fetch(`http://127.0.0.1:${port}/api/status`, { headers });
      await body?.cancel();
      if (ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
