/**
 * `deno task kernel`: compiles the simulation's kernel from AssemblyScript to WebAssembly and writes it, as
 * text, where workers, tasks without read rights and bundles for browsers have it. To run needs no compiler.
 *
 * @module
 */

import { runCommand } from "../../lib/cli/command.ts";
import { writeWhole } from "../../lib/notebook_files/write_whole.ts";
import asc from "assemblyscript/asc";

const FOLDER = "lib/monte_carlo/kernel";
const SOURCE = `${FOLDER}/kernel.as.ts`;

/** Where the compiled kernel is kept. */
export const KERNEL_FILE = `${FOLDER}/kernel.wasm.ts`;

const FLAGS = ["-O3", "--noAssert", "--enable", "simd", "--runtime", "stub"];

/**
 * Compiles the kernel.
 *
 * @param read Reads a source by its name; null where there is none.
 * @returns The text of {@linkcode KERNEL_FILE}; the same for the same sources.
 * @throws {Error} Where the sources do not compile.
 */
export async function compileKernel(read: (path: string) => string | null): Promise<string> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([SOURCE, "--outFile", "kernel.wasm", ...FLAGS], {
    readFile: read,
    writeFile(_: string, contents: Uint8Array | string) {
      if (typeof contents !== "string") wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || wasm === undefined) throw new Error(`Cannot compile the kernel: ${stderr}`);
  const text = btoa(String.fromCharCode(...wasm));
  return `/** The compiled kernel in base64; \`deno task kernel\` writes it from the sources beside it. */\nexport const WASM =\n  "${text}";\n`;
}

/** Reads a source of the project. */
export function readSource(path: string): string | null {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

if (import.meta.main) {
  await runCommand({
    name: "kernel",
    about: `Compiles the simulation's kernel, ${SOURCE}, to WebAssembly,
and writes it to ${KERNEL_FILE}. To run it needs no compiler.`,
    flags: {},
    async run() {
      await writeWhole(KERNEL_FILE, await compileKernel(readSource));
      return 0;
    },
  });
}
