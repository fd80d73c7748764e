/**
 * Starts one before it is asked for: a worker takes a moment to load, while JupyterLite starts too.
 *
 * @param start Starts a worker.
 * @returns The same, whose first answer is the worker that has been started; one that failed is not answered.
 */
export function startedAhead(start: () => Worker): () => Worker {
  let ahead: Worker | undefined = start();
  ahead.onerror = () => ahead = undefined;
  return () => {
    const worker = ahead ?? start();
    ahead = undefined;
    return worker;
  };
}
