import { poissonFlow } from "../../market/poisson_flow.ts";
import { avellanedaStoikov, type SpreadRule } from "../../strategy/avellaneda_stoikov.ts";
import { quoteCentre } from "../../strategy/strategy.ts";

/** What the sliders of the quote ladder are set to. */
export interface QuoteLadderValues {
  /** Risk aversion γ, in 1/$; 0.001 to 1. @default {0.1} */
  readonly riskAversion: number;
  /** Volatility σ, in $/√day; 0 to 5. @default {2} */
  readonly volatility: number;
  /** Decay k of the intensity with depth, in 1/$; 0.3 to 5. @default {1.5} */
  readonly decay: number;
  /** Scale A of the intensity, in orders a day; 10 to 200. @default {140} */
  readonly scale: number;
  /** Inventory q, in units; −10 to 10. @default {2} */
  readonly inventory: number;
  /** Time left T − t, in days; 0 to 1. @default {1} */
  readonly timeLeft: number;
}

/** One rule's quote. */
export interface LadderQuote {
  readonly reservationPrice: number;
  readonly bid: number;
  readonly ask: number;
  readonly spread: number;
  /** Probabilities that the bid and the ask are filled within one step of 0.005 days. */
  readonly bidFill: number;
  readonly askFill: number;
}

/** The numbers of the quote ladder. */
export interface QuoteLadderModel {
  readonly values: QuoteLadderValues;
  readonly midPrice: number;
  /** The quote at the chosen inventory, by rule. */
  readonly quotes: Readonly<Record<SpreadRule, LadderQuote>>;
  /** Inventories −10 … 10 and what is quoted there, by rule. */
  readonly inventories: readonly number[];
  readonly curves: Readonly<Record<SpreadRule, readonly LadderQuote[]>>;
}

const MID_PRICE = 100;
/** The paper's step, 1/200 of a day. */
const DT = 0.005;

/** Quotes of Avellaneda–Stoikov by the paper's and the README's spread, all by the library's strategy. */
export function quoteLadderModel(values: QuoteLadderValues): QuoteLadderModel {
  const { riskAversion, volatility, decay, scale, inventory, timeLeft } = values;
  const flow = poissonFlow({ scale, decay });
  const quoter = (spread: SpreadRule) => {
    const { quote } = avellanedaStoikov({ riskAversion, volatility, decay, spread });
    return (held: number): LadderQuote => {
      const depths = quote({ time: 1 - timeLeft, timeLeft, midPrice: MID_PRICE, inventory: held });
      return {
        reservationPrice: quoteCentre(MID_PRICE, depths),
        bid: MID_PRICE - depths.bidDepth,
        ask: MID_PRICE + depths.askDepth,
        spread: depths.bidDepth + depths.askDepth,
        bidFill: flow.fillProbability("bid", depths.bidDepth, DT),
        askFill: flow.fillProbability("ask", depths.askDepth, DT),
      };
    };
  };
  const [paper, readme] = [quoter("paper"), quoter("readme")];
  const inventories = Array.from({ length: 21 }, (_, i) => i - 10);
  return {
    values,
    midPrice: MID_PRICE,
    quotes: { paper: paper(inventory), readme: readme(inventory) },
    inventories,
    curves: { paper: inventories.map(paper), readme: inventories.map(readme) },
  };
}
