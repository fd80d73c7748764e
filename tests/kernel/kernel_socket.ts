/** A kernel of a running JupyterLab, spoken to over its web socket as a page does. */

import type { Lab } from "../../lib/jupyter/lab_server.ts";

/** What a cell showed: its error's text and its result. */
export interface Answer {
  /** The lines of its error. */
  readonly error?: string;
  /** Its result as text. */
  readonly result?: string;
}

/** A kernel in a running JupyterLab. */
export interface KernelSocket extends AsyncDisposable {
  /** Runs a cell until it has answered with an error or a result. */
  run(code: string): Promise<Answer>;
  /** Does what Stop does. */
  stop(): Promise<void>;
  /** Does what Restart Kernel does. */
  restart(): Promise<void>;
}

/** Starts a kernel. */
export async function openKernel(lab: Lab): Promise<KernelSocket> {
  const { origin, host, searchParams } = new URL(lab.url);
  const token = searchParams.get("token");
  const ask = async (method: string, path: string) => {
    const headers = { authorization: `token ${token}` };
    const response = await fetch(`${origin}/api/kernels${path}`, { method, headers });
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  };
  const { id } = await ask("POST", "");
  const session = crypto.randomUUID();
  const socket = new WebSocket(
    `ws://${host}/api/kernels/${id}/channels?session_id=${session}&token=${token}`,
    "v1.kernel.websocket.jupyter.org",
  );
  socket.binaryType = "arraybuffer";
  await new Promise((resolve) => socket.onopen = resolve);
  const waiting = new Map<string, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const [, header, parent, , content] = parts(data);
    const answer = header.msg_type === "error"
      ? { error: content.traceback.join("\n") }
      : header.msg_type === "execute_result"
      ? { result: content.data["text/plain"] }
      : undefined;
    if (answer !== undefined) waiting.get(parent.msg_id)?.(answer);
  };
  return {
    run(code) {
      const header = {
        msg_id: crypto.randomUUID(),
        msg_type: "execute_request",
        session,
        username: "",
        date: new Date().toISOString(),
        version: "5.3",
      };
      const content = { code, silent: false, store_history: true, allow_stdin: false };
      const answer = new Promise<Answer>((resolve) => waiting.set(header.msg_id, resolve));
      socket.send(message("shell", header, {}, {}, content));
      return answer;
    },
    stop: () => ask("POST", `/${id}/interrupt`),
    restart: () => ask("POST", `/${id}/restart`),
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => {
        socket.onclose = resolve;
        socket.close();
      });
      await ask("DELETE", `/${id}`);
    },
  };
}

/** Jupyter's frame: how many offsets, the offsets as 64-bit integers, then the parts. */
function message(channel: string, ...values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const encoded = [channel, ...values.map((value) => JSON.stringify(value))]
    .map((text) => new TextEncoder().encode(text));
  const start = 8 * (encoded.length + 2);
  const size = encoded.reduce((sum, { length }) => sum + length, start);
  const bytes = new Uint8Array(size), view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(encoded.length + 1), true);
  let offset = start;
  for (const [i, part] of encoded.entries()) {
    view.setBigUint64(8 * (i + 1), BigInt(offset), true);
    bytes.set(part, offset);
    offset += part.length;
  }
  view.setBigUint64(8 * (encoded.length + 1), BigInt(offset), true);
  return bytes;
}

// deno-lint-ignore no-explicit-any
function parts(data: ArrayBuffer): readonly any[] {
  const view = new DataView(data);
  const count = Number(view.getBigUint64(0, true));
  const offsets = Array.from(
    { length: count },
    (_, i) => Number(view.getBigUint64(8 * (i + 1), true)),
  );
  return offsets.slice(0, -1).map((start, i) => {
    const text = new TextDecoder().decode(data.slice(start, offsets[i + 1]));
    return i === 0 ? text : JSON.parse(text);
  });
}
