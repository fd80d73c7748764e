import { makeOwnFolder } from "../jupyter/own_notebooks.ts";
import { join } from "node:path";
import { endWithTask } from "../jupyter/end_with_task.ts";
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
  endWithTask();
  const ports = portsToTry(values.port);
  if (await makeOwnFolder(join(projectRoot, "notebooks"))) {
    console.log("notebooks/my/ is yours: a first notebook is there");
  }
  const environment = await setUpEnvironment();
  const lab = await startOn(ports, (port) =>
    startLab(environment, {
      root: projectRoot,
      open: "notebooks/00_contents.ipynb",
      port,
      browser: !values["no-browser"],
    }));
  console.log(`\nJupyterLab is at\n\n  ${lab.url}\n\nCtrl-C stops it.`);
  return await stopped(lab);
}

function portsToTry(asked: number | undefined): readonly number[] {
  if (asked !== undefined) {
    if (!isFree(asked)) throw new Error(`Cannot start JupyterLab as port ${asked} is in use`);
    return [asked];
  }
  return Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i);
}

/** Starts on the first port that is free and stays so: between the look and the start another may take it. */
async function startOn(
  ports: readonly number[],
  start: (port: number) => Promise<Lab>,
): Promise<Lab> {
  for (const port of ports) {
    if (!isFree(port)) continue;
    try {
      return await start(port);
    } catch (error) {
      if (ports.length === 1 || isFree(port)) throw error;
    }
  }
  const range = `ports ${ports[0]} to ${ports.at(-1)} are in use`;
  throw new Error(`Cannot start JupyterLab as ${range}: choose one by --port`);
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

/** Waits for Ctrl-C or the end of the terminal: exit code 0; where the server ends by itself, 1. */
async function stopped(lab: Lab): Promise<number> {
  const asked = Promise.withResolvers<"asked">();
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of signals) Deno.addSignalListener(name, () => asked.resolve("asked"));
  const why = await Promise.race([asked.promise, lab.ended.then(() => "ended" as const)]);
  await lab.stop();
  if (why === "asked") return 0;
  console.error(`JupyterLab has ended by itself; its last words: ${await lab.lastWords}`);
  return 1;
}

if (import.meta.main) await runCommand(command);
