/**
 * Recorded markets for tests: the files beside the project where they are, markets that the engine drew
 * and wrote otherwise. Whoever uses them says which.
 */
import { arithmeticBrownian } from "../../../lib/market/arithmetic_brownian.ts";
import { drawTape } from "../../../lib/market/draw.ts";
import { poissonFlow } from "../../../lib/market/poisson_flow.ts";
import { marketCsv } from "../../../lib/market/replay/market_csv.ts";
import { streams } from "../../../lib/random/streams.ts";
import { timeGrid } from "../../../lib/time_grid.ts";

/** One market's two files. */
export interface RecordedMarket {
  /** What it is, and where it comes from. */
  readonly name: string;
  /** Whether it was recorded at an exchange. */
  readonly real: boolean;
  /** The trades file's text. */
  readonly trades: string;
  /** The quotes file's text. */
  readonly quotes: string;
}

const folder = new URL("../../../../shared/data/", import.meta.url);
const names = ["ethusd_perp_20240808", "btcusdt_spot_20240808"];

/** Both markets; each real where its files are there. */
export function recordedMarkets(): readonly RecordedMarket[] {
  return names.map((name, i) => recorded(name) ?? drawn(i));
}

function recorded(name: string): RecordedMarket | undefined {
  const read = (kind: string) => Deno.readTextFileSync(new URL(`${name}_${kind}.csv`, folder));
  try {
    return {
      name: `${name}, as recorded`,
      real: true,
      trades: read("trades"),
      quotes: read("quotes"),
    };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function drawn(path: number): RecordedMarket {
  const market = {
    price: arithmeticBrownian({ initialPrice: 2680, volatility: 0.3 }),
    flow: poissonFlow({ scale: 0.2, decay: 4, fills: "exact" }),
  };
  const grid = timeGrid({ horizon: 340, steps: 340 });
  const tape = drawTape(market, grid, streams("recorded markets"), path);
  return { name: `market ${path}, drawn by the engine`, real: false, ...marketCsv(tape) };
}
