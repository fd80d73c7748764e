import { maybe, positive, randomStreams, wholeFrom } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { arithmeticBrownian } from "../market/arithmetic_brownian.ts";
import { coarseTape } from "../market/coarse_tape.ts";
import { drawTape, type Market } from "../market/draw.ts";
import { poissonFlow } from "../market/poisson_flow.ts";
import { type Streams, streams } from "../random/streams.ts";
import { timeGrid } from "../time_grid.ts";
import { fitIntensity } from "./fit_intensity.ts";
import { stepReaches } from "./reach_sample.ts";

/** What a control is matched to, and how. */
export interface FineControlOptions {
  /** Mid-price at the start, in currency. */
  readonly initialPrice: number;
  /** Volatility σ, in currency/√time; > 0. */
  readonly volatility: number;
  /** The scale A that is measured at the step in use; > 0. */
  readonly scale: number;
  /** The decay k that is measured at the step in use; > 0. */
  readonly decay: number;
  /** The step in use, in time; > 0. */
  readonly dt: number;
  /** Steps that the control is drawn in, within one in use. @default {20} */
  readonly finerBy?: number;
  /** Depth up to which reaches are censored, as they were in the measurement. @default {0} */
  readonly threshold?: number;
  /** Steps in use that it is matched on: its error falls with their root. @default {20_000} */
  readonly steps?: number;
  /** Streams that it is drawn by while it is matched. @default {streams of their own, always the same} */
  readonly random?: Streams;
}

/** A market in which orders know nothing, and which looks at the step in use like a measured one. */
export interface FineControl {
  /** Price and flow; to be drawn in steps of dt/finerBy and seen by {@linkcode coarseTape}. */
  readonly market: Market;
  /** Its true scale A, above which price moves add to the one that is measured. */
  readonly scale: number;
  /** Its true decay k. */
  readonly decay: number;
  /** Steps within one in use. */
  readonly finerBy: number;
}

/**
 * The null hypothesis for markouts: orders without any knowledge, drawn much more finely than quotes are renewed,
 * so that a quote that stands still for a step loses what a stale quote must.
 *
 * Its own A and k are sought such that A and k measured at the step in use are those of the recording, on one long
 * drawn tape: it is the price on its way that fills many of the quotes there as well. A markout beyond the
 * control's is left as information.
 *
 * @param options What was measured at the step in use.
 * @returns The control.
 * @throws {RangeError} Where no such control is found: the price alone, or the step, already give a slower decay
 * or more fills than were measured.
 *
 * @example
 * ```ts
 * import {
 *   coarseTape,
 *   drawTape,
 *   fineControl,
 *   fitIntensity,
 *   stepReaches,
 *   streams,
 *   timeGrid,
 * } from "@digital-market-maker/lab";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * const measured = { initialPrice: 2680, volatility: 0.34, scale: 0.2, decay: 3 };
 * const { market, decay, finerBy } = fineControl({ ...measured, dt: 1, steps: 5000 });
 * assert(decay > 3);
 * const fine = drawTape(market, timeGrid({ horizon: 5000, steps: 5000 * finerBy }), streams(1));
 * const seen = fitIntensity(stepReaches(coarseTape(fine, finerBy))).decay;
 * assertAlmostEquals(seen.value, 3, 5 * Math.SQRT2 * 3 * seen.standardError);
 * ```
 */
export function fineControl(options: FineControlOptions): FineControl {
  const action = "match fineControl";
  checkKeys<FineControlOptions>(action, options, {
    initialPrice: true,
    volatility: positive,
    scale: positive,
    decay: positive,
    dt: positive,
    finerBy: maybe(wholeFrom(1)),
    threshold: true,
    steps: maybe(wholeFrom(1)),
    random: maybe(randomStreams),
  });
  const { initialPrice, volatility, scale, decay, dt, finerBy = 20, threshold = 0 } = options;
  const { steps = 20_000, random = streams("fineControl") } = options;
  const grid = timeGrid({ horizon: steps * dt, steps: steps * finerBy });
  const price = arithmeticBrownian({ initialPrice, volatility });
  let own = { scale, decay };
  // Each turn moves the control's numbers by what the measured ones miss: on the same draws they settle soon.
  for (let turn = 0; turn < TURNS; turn++) {
    const market = { price, flow: poissonFlow({ ...own, fills: "exact" }) };
    const seen = fitIntensity(stepReaches(coarseTape(drawTape(market, grid, random), finerBy)), {
      likelihood: "exact",
      threshold,
    });
    const missing = { scale: scale / seen.scale.value, decay: decay / seen.decay.value };
    const near = Math.max(Math.abs(missing.scale - 1), Math.abs(missing.decay - 1));
    if (near < 1e-3) return { market, ...own, finerBy };
    own = { scale: own.scale * missing.scale, decay: own.decay * missing.decay };
    if (own.decay > 1e3 * decay || !(own.scale > 1e-3 * scale)) break;
  }
  throw new RangeError(
    `Cannot ${action} as the measured decay must be one that orders add to, not less than the price alone ` +
      `gives at this step: current value is ${decay} at volatility ${volatility} and dt ${dt}`,
  );
}

const TURNS = 60;
