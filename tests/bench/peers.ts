import { join } from "node:path";
import { findPython } from "../../lib/jupyter/find_python.ts";
import type { Competitor } from "./competitor.ts";

/** Where the benchmark's own things are, made again when missing. */
const FOLDER = ".cache/bench";
const SOURCES = "tests/bench";

/** The peers that can run here, and why others cannot. */
export interface Peers {
  /** Those that can. */
  readonly competitors: readonly Competitor[];
  /** A sentence for each that cannot. */
  readonly missing: readonly string[];
}

/** Makes the peers ready: a virtual environment with NumPy and Numba, and C compiled for this machine. */
export async function preparePeers(say: (line: string) => void): Promise<Peers> {
  await Deno.mkdir(FOLDER, { recursive: true });
  const competitors: Competitor[] = [];
  const missing: string[] = [];
  const peer = (name: string, command: readonly string[], pathSteps: number) =>
    competitors.push({ name, command, pathSteps, threads: 1 });

  const base = findPython();
  if (base === undefined) {
    missing.push("Plain Python, NumPy and Numba: Python 3.10 or newer with venv is missing");
  } else {
    const python = await pythonWithPackages(base, say);
    peer("plain Python", [python, join(SOURCES, "plain_python.py")], 400_000);
    peer("NumPy", [python, join(SOURCES, "numpy_peer.py")], 10_000_000);
    peer("Numba", [python, join(SOURCES, "numba_peer.py")], 20_000_000);
  }

  const binary = join(FOLDER, "peer");
  const flags = ["-O3", "-march=native", "-o", binary, join(SOURCES, "peer.c"), "-lm"];
  if (await succeeds("cc", flags)) peer("C", [`./${binary}`], 20_000_000);
  else missing.push("C: no working cc");
  return { competitors, missing };
}

async function pythonWithPackages(base: string, say: (line: string) => void): Promise<string> {
  const folder = join(FOLDER, "venv");
  const python = Deno.build.os === "windows"
    ? join(folder, "Scripts", "python.exe")
    : join(folder, "bin", "python");
  if (await succeeds(python, ["-c", "import numba, numpy"])) return python;
  say("Installing NumPy and Numba into .cache (this once)");
  await must(base, ["-m", "venv", "--clear", folder]);
  await must(python, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--require-hashes",
    "--only-binary=:all:",
    `--requirement=${join(SOURCES, "requirements.txt")}`,
  ]);
  return python;
}

async function succeeds(program: string, args: string[]): Promise<boolean> {
  try {
    const quiet = { args, stdin: "null", stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(program, quiet).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function must(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args, stdin: "null" }).output();
  if (success) return;
  throw new Error(`Cannot prepare the peers: ${new TextDecoder().decode(stderr).trim()}`);
}
