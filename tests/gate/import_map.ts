/** Where the offline import map is written: one folder below the project's root. */
export const importMapPath = ".cache/import_map.json";

const adapter = "../tests/gate/std_assert.ts";

/**
 * The import map for a machine that JSR cannot be reached from: `@std/assert` becomes the adapter
 * in tests/gate/, everything else stays as deno.json has it.
 *
 * deno.json lets `name/part` through where it maps `name` to a package; a plain import map does
 * not, so each package gets a second entry that ends in a slash.
 *
 * @param imports The `imports` of deno.json.
 * @returns An import map for a file that lies one folder below deno.json.
 */
export function offlineImportMap(
  imports: Readonly<Record<string, string>>,
): { readonly imports: Readonly<Record<string, string>> } {
  const mapped: Record<string, string> = {};
  for (const [name, target] of Object.entries(imports)) {
    if (target.startsWith("jsr:")) {
      if (name !== "@std/assert") {
        throw new RangeError(
          `Cannot run without JSR as only @std/assert has an adapter: current value is ${name}`,
        );
      }
      mapped[name] = adapter;
    } else if (target.startsWith("npm:")) {
      mapped[name] = target;
      mapped[`${name}/`] = `npm:/${target.slice("npm:".length)}/`;
    } else {
      mapped[name] = target.startsWith("./") ? `.${target}` : target;
    }
  }
  return { imports: mapped };
}

/**
 * The flags that let `deno` find every import: none where JSR answers, the offline import map
 * (written to {@linkcode importMapPath}) where it does not.
 *
 * @param online Whether JSR answers.
 * @param root The project's root, in which `deno` will run. @default {the current folder}
 * @returns Arguments for `deno test` and `deno check`.
 */
export function importMapFlags(online: boolean, root = "."): readonly string[] {
  if (online) return [];
  const config = JSON.parse(Deno.readTextFileSync(`${root}/deno.json`));
  Deno.mkdirSync(`${root}/.cache`, { recursive: true });
  Deno.writeTextFileSync(
    `${root}/${importMapPath}`,
    JSON.stringify(offlineImportMap(config.imports), null, 2) + "\n",
  );
  return ["--import-map", importMapPath];
}

/**
 * Asks JSR once for the package the tests use.
 *
 * @param registry Where JSR is; `JSR_URL` names another place, as it does for deno.
 * @param patience Milliseconds to wait; a firewall may drop packets without a word.
 * @returns Whether it answered.
 */
export async function jsrAnswers(
  registry: string = Deno.env.get("JSR_URL") ?? "https://jsr.io",
  patience = 3000,
): Promise<boolean> {
  try {
    const url = new URL("/@std/assert/meta.json", registry);
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
