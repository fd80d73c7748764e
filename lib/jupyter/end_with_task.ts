const LOOK_MILLISECONDS = 500;

/**
 * Ends this program when the `deno task` that started it is gone: killed, that one takes nobody along.
 *
 * A system without such a thing as an orphan's new parent (Windows) keeps the program as it is.
 */
export function endWithTask(): void {
  const task = Deno.ppid;
  const timer = setInterval(() => {
    if (Deno.ppid !== task) Deno.exit(1);
  }, LOOK_MILLISECONDS);
  Deno.unrefTimer(timer as unknown as number);
}
