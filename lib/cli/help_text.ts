const WIDTH = 100;

/** A text in lines of at most so many characters, broken between words. */
export function wrapped(text: string, width = WIDTH): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (line.length > width && lines.at(-1) !== "") lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

/** Names at the left, what they mean in a column beside them. */
export function helpRows(rows: readonly (readonly [name: string, meaning: string])[]): string {
  const column = Math.max(...rows.map(([name]) => name.length)) + 5;
  return rows.map(([name, meaning]) =>
    `  ${name}`.padEnd(column) + wrapped(meaning, WIDTH - column).join(`\n${" ".repeat(column)}`)
  ).join("\n");
}
