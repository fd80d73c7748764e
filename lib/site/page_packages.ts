import { join } from "node:path";

/**
 * Lays the project's npm packages out as `node_modules`, as a bundler looks for them: deno.lock's versions, from
 * Deno's own cache, in a folder of their own.
 *
 * @returns The folder that holds `node_modules`.
 * @throws {Error} Where a package is missing and cannot be fetched.
 */
export async function layOutPackages(root: string): Promise<string> {
  const folder = join(root, ".cache", "site_packages");
  await Deno.mkdir(folder, { recursive: true });
  const { imports } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const config = { imports, nodeModulesDir: "auto", lock: { frozen: true } };
  await Deno.writeTextFile(join(folder, "deno.json"), JSON.stringify(config));
  await Deno.copyFile(join(root, "deno.lock"), join(folder, "deno.lock"));
  const { success, stderr } = await new Deno.Command("deno", {
    args: ["install", "--quiet", "--frozen"],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
  }).output();
  if (!success) {
    throw new Error(`Cannot lay out the npm packages: ${new TextDecoder().decode(stderr).trim()}`);
  }
  return folder;
}
