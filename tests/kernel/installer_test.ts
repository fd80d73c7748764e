/** What the installer refuses, tried on a package made here: no network is needed. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { zipSync } from "fflate";
import { join } from "node:path";
import { findPython } from "../../lib/jupyter/find_python.ts";
import { installRequirements, pythonOf } from "../../lib/jupyter/install_requirements.ts";

const WHEEL = "tiny_package-1.0-py3-none-any.whl";

/** A folder with a wheel, where pip is told to look for packages and nowhere else. */
async function warehouse(): Promise<{ readonly folder: string; readonly hash: string }> {
  const folder = await Deno.makeTempDir();
  const info = "tiny_package-1.0.dist-info";
  const text = (words: string) => new TextEncoder().encode(words);
  const wheel = zipSync({
    "tiny_package.py": text("answer = 42\n"),
    [`${info}/METADATA`]: text("Metadata-Version: 2.1\nName: tiny-package\nVersion: 1.0\n"),
    [`${info}/WHEEL`]: text(
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    ),
    [`${info}/RECORD`]: text(
      `tiny_package.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
    ),
  });
  await Deno.writeFile(join(folder, WHEEL), wheel);
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(wheel));
  return { folder, hash: new Uint8Array(digest).toHex() };
}

/** Installs what the requirements say from the warehouse. */
async function install(folder: string, requirements: string): Promise<string> {
  const path = join(folder, "requirements.txt");
  await Deno.writeTextFile(path, requirements);
  const names = { PIP_NO_INDEX: "1", PIP_FIND_LINKS: folder, PIP_NO_CACHE_DIR: "1" };
  for (const [name, value] of Object.entries(names)) Deno.env.set(name, value);
  try {
    await installRequirements({
      base: findPython()!,
      folder: join(folder, "venv"),
      workshop: join(folder, "workshop"),
      requirements: path,
      say: () => {},
    });
    return pythonOf(join(folder, "venv"));
  } finally {
    for (const name of Object.keys(names)) Deno.env.delete(name);
  }
}

Deno.test("installRequirements() takes a package whose hash is the pinned one, and no other", async () => {
  const { folder, hash } = await warehouse();
  try {
    const pinned = (hash: string) => `tiny-package==1.0 \\\n    --hash=sha256:${hash}\n`;
    const wrong = await assertRejects(() => install(folder, pinned("0".repeat(64))), Error);
    assertMatch((wrong as Error).message, /DO NOT MATCH THE HASHES/);
    const bare = await assertRejects(() => install(folder, "tiny-package==1.0\n"), Error);
    assertMatch((bare as Error).message, /hash/i);
    await assertRejects(() => Deno.stat(join(folder, "venv")), Deno.errors.NotFound);

    const python = await install(folder, pinned(hash));
    const { stdout } = await new Deno.Command(python, {
      args: ["-c", "import tiny_package; print(tiny_package.answer)"],
    }).output();
    assertEquals(new TextDecoder().decode(stdout).trim(), "42");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("installRequirements() runs nothing of a package that must be built", async () => {
  const { folder } = await warehouse();
  try {
    await Deno.remove(join(folder, WHEEL));
    const trace = join(folder, "trace");
    const text = (words: string) => new TextEncoder().encode(words);
    // It brings what builds it along, so that nothing else is needed to run it.
    const zip = zipSync({
      "tiny_package-1.0/builder.py": text(`open(${JSON.stringify(trace)}, "w")\n`),
      "tiny_package-1.0/pyproject.toml": text(
        '[build-system]\nrequires = []\nbuild-backend = "builder"\nbackend-path = ["."]\n',
      ),
      "tiny_package-1.0/PKG-INFO": text(
        "Metadata-Version: 1.0\nName: tiny-package\nVersion: 1.0\n",
      ),
    });
    await Deno.writeFile(join(folder, "tiny_package-1.0.zip"), zip);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(zip)));
    const pinned = `tiny-package==1.0 --hash=sha256:${digest.toHex()}\n`;
    await assertRejects(() => install(folder, pinned), Error, "Cannot install");
    await assertRejects(() => Deno.stat(trace), Deno.errors.NotFound);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
