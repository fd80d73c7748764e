/** How JupyterLab is started, seen by a program that stands in for it. */
import { assert, assertEquals, assertFalse, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import type { Environment } from "../../lib/jupyter/environment.ts";
import { startLab } from "../../lib/jupyter/lab_server.ts";

/** Writes down how it was started, listens where it is told, and answers who has the token. */
const standIn = `#!/usr/bin/env python3
import http.server, json, os, sys, threading
options = dict(a.lstrip("-").split("=", 1) for a in sys.argv[2:])
json.dump({"options": options, "arguments": sys.argv[1:], "token": os.environ.get("JUPYTER_TOKEN")},
          open(os.environ["TRACE"], "w"))
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        known = self.headers.get("authorization") == "token " + os.environ["ANSWERS_TO"].replace(
            "TOKEN", os.environ["JUPYTER_TOKEN"])
        self.send_response(200 if known else 403)
        self.end_headers()
    def log_message(self, *words): pass
server = http.server.HTTPServer((options["ServerApp.ip"], int(options["ServerApp.port"])), Answer)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
`;

interface Start {
  readonly options: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  readonly token: string;
}

async function inFolder(
  answersTo: string,
  act: (environment: Environment, start: () => Start) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const python = join(folder, "python");
    await Deno.writeTextFile(python, standIn, { mode: 0o755 });
    const TRACE = join(folder, "trace.json");
    const variables = { JUPYTER_DATA_DIR: folder, TRACE, ANSWERS_TO: answersTo };
    await act({ python, variables }, () => JSON.parse(Deno.readTextFileSync(TRACE)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

Deno.test("startLab() listens on 127.0.0.1 alone, behind a new token that no argument shows", async () => {
  await inFolder("TOKEN", async (environment, start) => {
    const tokens = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const port = freePort();
      const lab = await startLab(environment, { root: ".", port, open: "notebooks/a.ipynb" });
      try {
        const { options, arguments: words, token } = start();
        assertEquals(options["ServerApp.ip"], "127.0.0.1");
        assertEquals(options["ServerApp.port"], `${port}`);
        assertEquals(options["ServerApp.port_retries"], "0");
        assertEquals(options["ServerApp.terminals_enabled"], "False");
        assertEquals(options["KernelSpecManager.allowed_kernelspecs"], "deno");
        assertEquals(options["KernelSpecManager.ensure_native_kernel"], "False");
        assertEquals(options["LabApp.extension_manager"], "readonly");
        const opens = Object.keys(options).filter((name) =>
          /allow_origin|disable_check_xsrf|allow_remote|password|token$/i.test(name)
        );
        assertEquals(opens, []);
        assertMatch(token, /^[0-9a-f]{48}$/);
        assertFalse(words.some((word) => word.includes(token)), "others can read arguments");
        assertEquals(lab.url, `http://127.0.0.1:${port}/lab/tree/notebooks/a.ipynb?token=${token}`);
        tokens.add(token);
      } finally {
        await lab.stop();
      }
    }
    assert(tokens.size === 2, "each server has a token of its own");
  });
});

Deno.test("startLab() takes no other server for its own: one that does not know the token is none", async () => {
  await inFolder("somebody else's", async (environment) => {
    const other = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => new Response(null, { status: request.headers.has("authorization") ? 403 : 200 }),
    );
    try {
      // The stand-in cannot listen where another does, and ends.
      const started = startLab(environment, { root: ".", port: other.addr.port });
      await assertRejects(() => started, Error, "Cannot start JupyterLab");
    } finally {
      await other.shutdown();
    }
  });
});
