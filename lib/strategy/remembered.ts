/** Keeps the last answers of a pure function of one number. */
export function remembered<T>(compute: (key: number) => T, most = 100_000): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      known.set(key, answer = compute(key));
    }
    return answer;
  };
}
