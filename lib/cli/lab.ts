import { projectRoot, setUpEnvironment } from "../jupyter/environment.ts";
import { readArguments, runCommand, text, UsageError, wholeNumber } from "./flags.ts";
import { type Lab, startLab } from "../jupyter/lab_server.ts";

const help = `deno task lab [--port N] [--no-browser]

Opens the notebooks in JupyterLab, on 127.0.0.1 behind a token. The first run sets it up in .venv.
Ctrl-C stops it, and every kernel that it runs.

  --port N       the port (default: the first free one from 8888)
  --no-browser   only print the address
  --help         this text`;

const FIRST_PORT = 8888;
const PORTS_TRIED = 50;

async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args, {
    port: { type: "string" },
    "no-browser": { type: "boolean" },
    help: { type: "boolean" },
  });
  if (given.flags.help) {
    console.log(help);
    return 0;
  }
  const port = choosePort(
    text(given, "port") === undefined ? undefined : wholeNumber(given, "port", { fallback: 0 }),
  );
  const lab = await startLab(await setUpEnvironment(), {
    root: projectRoot,
    open: "notebooks",
    port,
    browser: !given.flags["no-browser"],
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
  if (asked > 65_535) {
    throw new UsageError(
      `Cannot read --port as it must be at most 65535: current value is ${asked}`,
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

if (import.meta.main) await runCommand(main);
