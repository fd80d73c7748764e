import * as lab from "@digital-market-maker/lab";
import { looks } from "../lib/notebook/theme.ts";
import * as notebook from "@digital-market-maker/lab/notebook";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";

type Build = (options: Record<string, unknown>) => unknown;

const beliefs = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5 };
const game = { ...beliefs, maxInventory: 5 };
const [x, y] = [[0, 1], [1, 2]];
const { market, grid, traders } = lab.scenario("paper");
const tape = lab.drawTape(market, lab.timeGrid({ horizon: 1, steps: 100 }), lab.streams(1));
const session = lab.trade(tape, traders.as);
const sample = lab.stepReaches(tape);

/** Valid options of what a student builds, and how it is called. */
const builders: Readonly<Record<string, readonly [object, (options: never) => unknown]>> = {
  timeGrid: [{ horizon: 1, steps: 2 }, lab.timeGrid],
  arithmeticBrownian: [{ initialPrice: 100, volatility: 2 }, lab.arithmeticBrownian],
  geometricBrownian: [{ initialPrice: 100, volatility: 0.2 }, lab.geometricBrownian],
  ornsteinUhlenbeck: [{ initialPrice: 100, pull: 1, volatility: 2 }, lab.ornsteinUhlenbeck],
  poissonFlow: [{ scale: 140, decay: 1.5 }, lab.poissonFlow],
  informedFlow: [{ scale: 1, decay: 1.5, informed: 0.5, foresight: 1 }, lab.informedFlow],
  hawkesFlow: [{ scale: 1, decay: 1.5, selfExcitation: 0.5, memory: 1 }, lab.hawkesFlow],
  naive: [{ halfSpread: 0.7 }, lab.naive],
  avellanedaStoikov: [beliefs, lab.avellanedaStoikov],
  avellanedaStoikovPreprint: [beliefs, lab.avellanedaStoikovPreprint],
  gueantLehalle: [game, lab.gueantLehalle],
  gueantLehalleAsymptotic: [game, lab.gueantLehalleAsymptotic],
  gueantLehalleClosedForm: [beliefs, lab.gueantLehalleClosedForm],
  steppedOptimum: [{ ...game, horizon: 1, steps: 10 }, lab.steppedOptimum],
  optimalValue: [{ ...game, horizon: 1 }, lab.optimalValue],
  stepConvergence: [{ ...game, horizon: 1, steps: [20] }, lab.stepConvergence],
  execution: [{ limit: 5 }, lab.execution],
  scenario: [{ limit: 3 }, (o) => lab.scenario("readme", o)],
  policyTable: [{ maxLots: 3 }, (o) => lab.policyTable({ market, grid }, traders.as, o)],
  exactMoments: [{ maxLots: 90 }, (o) => lab.exactMoments({ market, grid }, traders.as, o)],
  certaintyEquivalent: [
    { riskAversion: 0.1 },
    (o) => lab.certaintyEquivalent({ market, grid }, traders.as, o),
  ],
  exactSummary: [{ riskAversion: 0.1 }, (o) => lab.exactSummary({ market, grid }, traders.as, o)],
  simulate: [{ workers: 1 }, (o) => lab.simulate({ market, grid, traders, paths: 2, seed: 1 }, o)],
  compare: [{ paths: 3, exact: false }, (o) => lab.compare({ market, grid }, traders, o)],
  estimateMean: [{ confidence: 0.9 }, (o) => lab.estimateMean([1, 2, 3], o)],
  pairedDifference: [{ confidence: 0.9 }, (o) => lab.pairedDifference([1, 2, 3], [2, 2, 4], o)],
  markouts: [{ horizons: [1] }, (o) => lab.markouts(session, o)],
  estimateVolatility: [{ dt: 0.01 }, (o) => lab.estimateVolatility(tape.midPrice, o)],
  signaturePlot: [{ dt: 0.01 }, (o) => lab.signaturePlot(tape.midPrice, o)],
  fitIntensity: [{ threshold: 0 }, (o) => lab.fitIntensity(sample, o)],
  intensityCurve: [{ confidence: 0.9 }, (o) => lab.intensityCurve(sample, o)],
  line: [{ name: "a", x, y, look: looks.other }, notebook.line],
  inventoryFigure: [{ limit: 5 }, (o) => notebook.inventoryFigure([session], o)],
  wealthFigure: [{ title: "a" }, (o) => notebook.wealthFigure([session], o)],
  quotesFigure: [{ to: 1 }, (o) => notebook.quotesFigure(session, o)],
  curvesFigure: [
    { curves: [{ name: "a", x, y }], x: { label: "x" }, y: { label: "y" }, title: "a" },
    notebook.curvesFigure,
  ],
};

for (const [name, [options, call]] of Object.entries(builders)) {
  Deno.test(`${name}() refuses each option with a letter doubled, and suggests it`, () => {
    const build = call as Build;
    build({ ...options });
    for (const key of Object.keys(options)) {
      const wrong = key + key.at(-1);
      const error = assertThrows(() => build({ ...options, [wrong]: 1 }), TypeError);
      assertStringIncludes(error.message, `no option ${wrong}: did you mean `);
    }
  });
}

Deno.test("options under a formula's letter lead to the words", () => {
  const letters = { gamma: "riskAversion", sigma: "volatility", A: "scale", k: "decay" };
  for (const [letter, word] of Object.entries({ ...letters, γ: "riskAversion", σ: "volatility" })) {
    const error = assertThrows(
      () => lab.gueantLehalle({ ...game, [letter]: 1 } as typeof game),
      TypeError,
    );
    assertEquals(
      error.message,
      `Cannot build gueantLehalle as it has no option ${letter}: did you mean ${word}?`,
    );
  }
});
