import { projectRoot, setUpEnvironment } from "../jupyter/environment.ts";
import { type Command, runCommand } from "./command.ts";
import { optional, toggle, type Values } from "./flags.ts";
import { whole } from "./values.ts";
import { type Lab, startLab } from "../jupyter/lab_server.ts";

const flags = {
  port: optional("N", whole({ most: 65_535 }), "the port", "the first free one from 8888"),
  "no-browser": toggle("only print the address"),
};

const command: Command<typeof flags> = {
  name: "lab",
  about:
    `Opens the notebooks in JupyterLab, on 127.0.0.1 behind a token. The first run sets it up in .venv.
Ctrl-C stops it, and every kernel that it runs.`,
  flags,
  run: openLab,
};

const FIRST_PORT = 8888;
const PORTS_TRIED = 50;

async function openLab(values: Values<typeof flags>): Promise<number> {
  const port = choosePort(values.port);
  const lab = await startLab(await setUpEnvironment(), {
    root: projectRoot,
    open: "notebooks",
    port,
    browser: !values["no-browser"],
  });
  console.log(`\nJupyterLab is at\n\n  ${lab.url}\n\nCtrl-C stops it.`);
  await stopped(lab);
  return 0;
}

function choosePort(asked: number | undefined): number {
  if (asked === undefined) {
    const ports = Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i);
    const free = ports.find(isFree);
    if (free !== undefined) return free;
    throw new Error(
      `Cannot start JupyterLab as ports ${FIRST_PORT} to ${
        ports.at(-1)
      } are in use: choose one by --port`,
    );
  }
  if (!isFree(asked)) throw new Error(`Cannot start JupyterLab as port ${asked} is in use`);
  return asked;
}

function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch (error) {
    const taken = error instanceof Deno.errors.AddrInUse ||
      error instanceof Deno.errors.PermissionDenied;
    if (taken) return false;
    throw error;
  }
}

/** Waits for Ctrl-C, the end of the terminal, or the server's own end. */
async function stopped(lab: Lab): Promise<void> {
  const asked = Promise.withResolvers<void>();
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of signals) Deno.addSignalListener(name, () => asked.resolve());
  await Promise.race([asked.promise, lab.ended]);
  await lab.stop();
}

if (import.meta.main) await runCommand(command);
