/**
 * Our own kernelspec for Deno, as a file in a Python environment.
 *
 * It differs from the one that `deno jupyter --install` writes: Stop interrupts the running cell by a
 * message, where that one's Stop kills the kernel and every variable with it.
 *
 * @param deno Path of the deno that shall run the notebooks.
 * @returns The file's path inside the environment, and its content.
 */
export function denoKernel(deno: string): readonly [path: string, content: string] {
  const kernel = {
    argv: [deno, "jupyter", "--quiet", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "message",
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  };
  return ["share/jupyter/kernels/deno/kernel.json", `${JSON.stringify(kernel, null, 2)}\n`];
}
