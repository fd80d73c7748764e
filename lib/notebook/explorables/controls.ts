import type { Choice, Slider } from "./explorable.ts";

/** A slider: what is set, with its symbol, its unit, and the numbers it stops at. */
export function slider(label: string, unit: string, stops: readonly number[]): Slider {
  return { kind: "slider", label, unit, stops };
}

/** The parameters of the model, as every explorable names them, with the units of the paper's day. */
const parameters = {
  riskAversion: ["Risk aversion γ", "1/$"],
  volatility: ["Volatility σ", "$/√day"],
  scale: ["Scale A", "1/day"],
  decay: ["Decay k", "1/$"],
  inventory: ["Inventory q", "units"],
  timeLeft: ["Time left T−t", "days"],
} as const;

/** The slider of a parameter of the model, in the paper's units; where it stops is each explorable's own. */
export function parameterSlider(
  parameter: keyof typeof parameters,
  stops: readonly number[],
): Slider {
  const [label, unit] = parameters[parameter];
  return slider(label, unit, stops);
}

/** The two markets of the README that a day can be drawn from. */
export const marketChoice: Choice = {
  kind: "choice",
  label: "Market",
  options: {
    readme: "readme: no trend",
    toxic: "toxic: rising, more buyers than sellers",
  },
};
