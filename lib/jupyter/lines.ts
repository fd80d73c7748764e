/** The lines of a program's output as they come, without their ends; in time that grows in line with them. */
export async function* lines(output: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const bytes of output) {
    const [first, ...others] = decoder.decode(bytes, { stream: true }).split("\n");
    begun.push(first);
    for (const part of others) {
      yield withoutReturn(begun.join(""));
      begun = [part];
    }
  }
  const rest = begun.join("");
  if (rest !== "") yield rest;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
