/** What to do where {@linkcode findPython} finds nothing. */
export const pythonAdvice =
  "Python 3.10 or newer with its venv module is missing (Debian, Ubuntu: apt-get install python3-venv)";

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
