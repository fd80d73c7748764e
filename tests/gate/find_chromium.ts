/** What to do where {@linkcode findChromium} finds nothing. */
export const chromiumAdvice =
  "Chromium is missing (Debian: apt-get install chromium; or name one in CHROMIUM_PATH)";

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
