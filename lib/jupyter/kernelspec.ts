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
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0", DENO_NO_UPDATE_CHECK: "1" },
  };
  return ["share/jupyter/kernels/deno/kernel.json", `${JSON.stringify(kernel, null, 2)}\n`];
}

/**
 * The kernel's picture in JupyterLab's launcher: a bid and an ask around a mid.
 *
 * @returns The file's path inside the environment, and its content.
 */
export function kernelLogo(): readonly [path: string, content: string] {
  const bar = (y: number, width: number, colour: string) =>
    `<rect x="${32 - width / 2}" y="${y}" width="${width}" height="9" rx="2" fill="${colour}"/>`;
  const bars = [
    bar(6, 22, "#d55e00"),
    bar(17, 36, "#d55e00"),
    bar(38, 36, "#0072b2"),
    bar(49, 22, "#0072b2"),
  ].join("");
  const mid =
    '<path d="M6 32H58" stroke="#777" stroke-width="3" stroke-dasharray="5 4" stroke-linecap="round"/>';
  return [
    "share/jupyter/kernels/deno/logo-svg.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">${bars}${mid}</svg>\n`,
  ];
}
