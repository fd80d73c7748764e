/** Runs the commands on recorded markets, on files in a folder of their own. */
import {
  arithmeticBrownian,
  drawTape,
  poissonFlow,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { marketCsv } from "@digital-market-maker/lab/data";

const tape = drawTape(
  {
    price: arithmeticBrownian({ initialPrice: 100, volatility: 0.05 }),
    flow: poissonFlow({ scale: 0.9, decay: 4, fills: "exact" }),
  },
  timeGrid({ horizon: 300, steps: 300 }),
  streams("cases"),
);
/** A market that the engine drew, as files. */
export const { trades, quotes } = marketCsv(tape, { start: 1_700_000_000_000_000 });

/** Runs a command on files of these contents. */
export async function run(
  command: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ...flags: string[]
) {
  const folder = Deno.makeTempDirSync();
  try {
    const paths = Object.entries(files).map(([name, contents]) => {
      const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
      Deno.writeFileSync(`${folder}/${name}`, bytes);
      return `${folder}/${name}`;
    });
    return await runOn(command, [...paths, ...flags]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Runs a command. */
export async function runOn(command: string, args: readonly string[]) {
  const path = new URL(`../../lib/cli/${command}.ts`, import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", path, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr).trimEnd() };
}
