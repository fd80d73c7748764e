/** What to do where {@linkcode findPython} finds nothing. */
export const pythonAdvice =
  "Python 3.10 or newer with its venv module is missing (Debian, Ubuntu: apt-get install python3-venv)";

/** What to do where {@linkcode findChromium} finds nothing. */
export const chromiumAdvice =
  "Chromium is missing (Debian: apt-get install chromium; or name one in CHROMIUM_PATH)";

const pythonProbe = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";

/**
 * Finds a Python that can make virtual environments: 3.10 or newer, with `venv` and `ensurepip`.
 *
 * @returns The name to run it by, or undefined.
 */
export function findPython(): string | undefined {
  return ["python3", "python"].find((name) => {
    try {
      const command = new Deno.Command(name, {
        args: ["-c", pythonProbe],
        stdin: "null",
        stdout: "null",
        stderr: "null",
      });
      return command.outputSync().success;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  });
}

const browserNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const browserPaths = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser of the Chromium family: the one `CHROMIUM_PATH` names, one on `PATH`, or one in
 * its usual place.
 *
 * @returns Its path, or undefined.
 */
export function findChromium(): string | undefined {
  const named = Deno.env.get("CHROMIUM_PATH");
  const folders = Deno.build.os === "windows" ? [] : (Deno.env.get("PATH") ?? "").split(":");
  const onPath = browserNames.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  return [...(named ? [named] : []), ...onPath, ...browserPaths].find(isFile);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
