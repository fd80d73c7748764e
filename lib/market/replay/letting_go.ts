/**
 * A generator that lets go of what it reads when it is ended, also where it has not begun: left to itself, one that
 * has not begun would leave its file open.
 *
 * @param all The generator.
 * @param release Lets go; may be called after the generator has done so itself.
 * @returns The same generator.
 */
export function lettingGo<T>(
  all: AsyncGenerator<T>,
  release: () => Promise<unknown> | undefined,
): AsyncGenerator<T> {
  const end = all.return.bind(all);
  all.return = async (value) => {
    const ended = await end(value);
    await release();
    return ended;
  };
  return all;
}
