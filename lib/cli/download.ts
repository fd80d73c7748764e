import { createHash } from "node:crypto";

/** What became of a download. */
export type Downloaded = "written" | "there already" | "not in the archive";

/** Told of progress: bytes so far, and all of them where the server says. */
type Told = (bytes: number, all: number | undefined) => void;

/**
 * Fetches a file and checks it against the sum that is published beside it, `URL.CHECKSUM` with SHA-256.
 *
 * What has come is kept in `PATH.part`, and an interrupted download goes on from there. The file takes its
 * own name only after its sum is right.
 *
 * @throws {Error} Where the server cannot be reached, answers with an error, or the sum is another one.
 */
export async function download(url: string, path: string, told: Told): Promise<Downloaded> {
  const published = await answerOf(`${url}.CHECKSUM`);
  if (published.status === 404) {
    await published.body?.cancel();
    return "not in the archive";
  }
  const sum = /^[0-9a-f]{64}\b/i.exec(await bodyOf(published, url))?.[0].toLowerCase();
  if (sum === undefined) throw new Error(`Cannot fetch ${url} as its checksum must be SHA-256`);
  if (sizeOf(path) !== undefined && await sumOf(path) === sum) return "there already";

  const part = `${path}.part`;
  const from = sizeOf(part) ?? 0;
  const answer = await answerOf(url, from > 0 ? { Range: `bytes=${from}-` } : {});
  // 416: all of it is there. A server that knows no ranges sends everything again.
  if (answer.status === 416) await answer.body?.cancel();
  else if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    throw new Error(`Cannot fetch ${url}: the server answers ${answer.status}`);
  } else {
    const resumed = answer.status === 206;
    const length = Number(answer.headers.get("content-length") ?? NaN);
    const all = Number.isNaN(length) ? undefined : length + (resumed ? from : 0);
    await append(answer.body, part, { from: resumed ? from : 0, all, told });
  }
  if (await sumOf(part) !== sum) {
    Deno.removeSync(part);
    throw new Error(`Cannot fetch ${url} as its checksum must be ${sum}: what came has another`);
  }
  Deno.renameSync(part, path);
  return "written";
}

async function answerOf(url: string, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await fetch(url, { headers });
  } catch (error) {
    throw new Error(`Cannot fetch ${url}: ${error instanceof Error ? error.message : error}`);
  }
}

async function bodyOf(answer: Response, url: string): Promise<string> {
  const text = await answer.text();
  if (answer.ok) return text;
  throw new Error(`Cannot fetch ${url}: the server answers ${answer.status}`);
}

async function append(
  body: ReadableStream<Uint8Array>,
  part: string,
  { from, all, told }: { from: number; all: number | undefined; told: Told },
): Promise<void> {
  using file = Deno.openSync(part, { write: true, create: true, truncate: from === 0 });
  file.seekSync(0, Deno.SeekMode.End);
  let bytes = from;
  for await (const piece of body) {
    for (let done = 0; done < piece.length;) done += file.writeSync(piece.subarray(done));
    told(bytes += piece.length, all);
  }
}

function sizeOf(path: string): number | undefined {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of Deno.openSync(path).readable) hash.update(piece);
  return hash.digest("hex");
}
