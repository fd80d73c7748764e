/**
 * `deno task fetch-data BTCUSDT 2024-01-08`: a day of Binance's public futures data, for calibrate.
 *
 * @module
 */
import { denoCommand } from "../deno_command.ts";
import { type Command, runCommand } from "./command.ts";
import { download } from "./download.ts";
import { flag, UsageError, type Values } from "./flags.ts";
import { anyText } from "./values.ts";
import { printableName } from "../printable.ts";

const flags = {
  folder: flag("PATH", anyText, "where the files go", ".cache/market_data"),
  from: flag("URL", anyText, "the archive's address", "https://data.binance.vision"),
};

const command: Command<typeof flags> = {
  name: "fetch-data",
  words: "SYMBOL DAY",
  about:
    `Fetches a day of USD-M futures from Binance's public archive: aggTrades, and bookTicker where the
archive has it (until March 2024). Sums are checked, and what was interrupted goes on.`,
  flags,
  run: fetchCommand,
};

const KINDS = ["aggTrades", "bookTicker"] as const;
/** Milliseconds between two lines of progress. */
const PAUSE = 1000;

async function fetchCommand(
  { folder, from }: Values<typeof flags>,
  words: readonly string[],
): Promise<number> {
  const [symbol, day] = words;
  if (words.length !== 2 || !/^[A-Z0-9_]{2,30}$/.test(symbol)) {
    throw new UsageError(
      "Cannot fetch as a symbol in capitals and a day must be named, such as BTCUSDT 2024-01-08",
    );
  }
  const real = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!real) {
    throw new UsageError(
      `Cannot fetch as the day must be one like 2024-01-08: current value is ${
        JSON.stringify(day)
      }`,
    );
  }
  Deno.mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const kind of KINDS) {
    const name = `${symbol}-${kind}-${day}.zip`;
    const path = `${folder}/${name}`;
    const url = `${from}/data/futures/um/daily/${kind}/${symbol}/${name}`;
    const found = await download(url, path, teller(name));
    console.error(`${name}: ${found}`);
    if (found !== "not in the archive") paths.push(path);
  }
  if (paths.length === 0) {
    throw new Error(`Cannot fetch ${symbol} of ${day}: the archive has neither`);
  }
  console.log(denoCommand(`task calibrate ${printableName(paths.join(" "))}`));
  return 0;
}

/** Tells progress once a second. */
function teller(name: string): (bytes: number, all: number | undefined) => void {
  let last = performance.now();
  return (bytes, all) => {
    if (performance.now() - last < PAUSE) return;
    last = performance.now();
    const of = all === undefined ? "" : ` of ${(all / 1e6).toFixed(1)}`;
    console.error(`${name}: ${(bytes / 1e6).toFixed(1)}${of} MB`);
  };
}

if (import.meta.main) await runCommand(command);
