import { fileURLToPath } from "node:url";
import { inKernel } from "../kernel.ts";
import type { DocJson } from "./doc_nodes.ts";

const root = new URL("../../../", import.meta.url);

/** The files of the doors, with the names that cells import. */
export const doorFiles: Readonly<Record<string, string>> = {
  "mod.ts": "@digital-market-maker/lab",
  "lib/data/mod.ts": "@digital-market-maker/lab/data",
  "lib/several/mod.ts": "@digital-market-maker/lab/several",
  "lib/learning/mod.ts": "@digital-market-maker/lab/learning",
  "lib/notebook/mod.ts": "@digital-market-maker/lab/notebook",
  "lib/notebook/frames.ts": "@digital-market-maker/lab/frames",
};

/**
 * What `deno doc` reads in the library's own files; it takes a second.
 *
 * @returns Its JSON; undefined where deno cannot be run.
 */
export function docJson(): DocJson | undefined {
  const { success, stdout } = new Deno.Command(inKernel() ? Deno.execPath() : "deno", {
    args: ["doc", "--json", "--quiet", ...Object.keys(doorFiles)],
    cwd: fileURLToPath(root),
    env: { NO_COLOR: "1" },
    stdin: "null",
    stderr: "null",
  }).outputSync();
  return success ? JSON.parse(new TextDecoder().decode(stdout)) : undefined;
}
