import { join } from "node:path";
import type { Plugin } from "esbuild";
import { slimPackages } from "./slim_packages.ts";

/** What {@linkcode bundleForPage} makes one thing of. */
export interface Bundle {
  /** Entry files by the names of their outputs. */
  readonly entries: Readonly<Record<string, string>>;
  /** The folder that the outputs go to. */
  readonly out: string;
  /** A folder in which `node_modules` holds the project's packages. */
  readonly packages: string;
  /** `esm`, with what entries share in files of its own; or `iife`, each by itself. @default {"esm"} */
  readonly format?: "esm" | "iife";
  /** Files that stand in for files of the library, by the end of their paths. */
  readonly standIns?: Readonly<Record<string, string>>;
}

/**
 * Bundles files for a page by esbuild, which finds danfo's many packages; `deno bundle` does not.
 *
 * Names stay as they are written, for errors and `help` show them.
 *
 * @throws {Error} Where something cannot be resolved; the message holds esbuild's own words.
 */
export async function bundleForPage(bundle: Bundle): Promise<void> {
  const { entries, out, packages, format = "esm", standIns = {} } = bundle;
  const { build, stop } = await import("esbuild");
  try {
    await build({
      entryPoints: { ...entries },
      outdir: out,
      bundle: true,
      format,
      splitting: format === "esm",
      chunkNames: "shared-[hash]",
      platform: "browser",
      target: "es2023",
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "eof",
      nodePaths: [join(packages, "node_modules")],
      // Danfo's packages ask for it when they load.
      define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
      plugins: [slimPackages(), standInPlugin(standIns)],
      logLevel: "silent",
    });
  } finally {
    await stop();
  }
}

function standInPlugin(standIns: Readonly<Record<string, string>>): Plugin {
  return {
    name: "stand-ins",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const whole = join(resolveDir, path).replaceAll("\\", "/");
        const found = Object.entries(standIns).find(([end]) => whole.endsWith(end));
        return found === undefined ? undefined : { path: found[1] };
      });
    },
  };
}
