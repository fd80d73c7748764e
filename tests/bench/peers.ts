import { join } from "node:path";
import { findPython } from "../../lib/jupyter/find_python.ts";
import type { Competitor } from "./competitor.ts";

/** Where the benchmark's own things are, made again when missing. */
const FOLDER = ".cache/bench";
const SOURCES = "tests/bench";

/** The peer that does what we do. */
export const SIMD = "C, our tables and SIMD";

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
  const peer = (
    name: string,
    command: readonly string[],
    paths: number,
    cases?: readonly string[],
  ) => competitors.push({ name, command, paths, threads: 1, told: "parameters", cases });

  const base = findPython();
  if (base === undefined) {
    missing.push("Plain Python, NumPy and Numba: Python 3.10 or newer with venv is missing");
  } else {
    const python = await pythonWithPackages(base, say);
    peer("plain Python", [python, join(SOURCES, "plain_python.py")], 2000, ["readme"]);
    peer("NumPy", [python, join(SOURCES, "numpy_peer.py")], 50_000, ["readme"]);
    peer("Numba", [python, join(SOURCES, "numba_peer.py")], 100_000);
  }

  for (const [name, file] of [["C", "peer"], [SIMD, "peer_simd"]] as const) {
    const binary = join(FOLDER, file);
    const flags = ["-O3", "-march=native", "-o", binary, join(SOURCES, `${file}.c`), "-lm"];
    if (await succeeds("cc", flags)) peer(name, [`./${binary}`], name === SIMD ? 200_000 : 100_000);
    else missing.push(`${name}: no working cc that knows this processor`);
  }
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
