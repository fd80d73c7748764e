import {
  arithmeticBrownian,
  coarseTape,
  drawTape,
  execution,
  fineControl,
  fitIntensity,
  intensityByStep,
  markouts,
  naive,
  poissonFlow,
  stepReaches,
  streams,
  timeGrid,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertEquals, assertThrows } from "@std/assert";

const fineTape = (
  scale: number,
  decay: number,
  volatility: number,
  seconds: number,
  seed: string,
) =>
  drawTape(
    {
      price: arithmeticBrownian({ initialPrice: 2680, volatility }),
      flow: poissonFlow({ scale, decay, fills: "exact" }),
    },
    timeGrid({ horizon: seconds, steps: 20 * seconds }),
    streams(seed),
  );

Deno.test("intensityByStep() sees one constant k fall as steps grow longer", () => {
  const fine = fineTape(0.2, 3, 0.35, 20_000, "by step");
  const points = intensityByStep(fine, [5, 20, 40, 100], { threshold: 0.01 });
  assertEquals(points.map(({ dt }) => Number(dt.toFixed(9))), [0.25, 1, 2, 5]);
  // Known from longer tapes; a tape of half a million steps has errors of about one per cent.
  [2.7, 2.31, 2.08, 1.73].forEach((expected, i) => {
    const { value, standardError } = points[i].decay;
    assert(
      Math.abs(value - expected) < 5 * standardError * value + 0.02,
      `${value} and ${expected}`,
    );
  });
});

Deno.test("intensityByStep() finds k itself where the price stands still", () => {
  const fine = fineTape(0.2, 3, 0, 20_000, "still");
  for (const { decay, scale, dt } of intensityByStep(fine, [5, 20, 100])) {
    assert(Math.abs(decay.value - 3) < 5 * 3 * decay.standardError, `k ${decay.value} at ${dt}`);
    assert(
      Math.abs(scale.value - 0.2) < 5 * 0.2 * scale.standardError,
      `A ${scale.value} at ${dt}`,
    );
  }
});

Deno.test("fineControl() looks at the step in use as was measured, and its markout is a stale quote's alone", () => {
  const cases = [
    { volatility: 0.343, scale: 0.171, decay: 3.146, halfSpread: 0.2816 },
    { volatility: 0.343, scale: 0.371, decay: 2.97, halfSpread: 0.335 },
    { volatility: 0.1, scale: 0.5, decay: 4, halfSpread: 0.25 },
  ];
  for (const { halfSpread, ...measured } of cases) {
    const control = fineControl({ initialPrice: 2680, ...measured, dt: 1, threshold: 0.01 });
    const { market, finerBy } = control;
    const fine = drawTape(
      market,
      timeGrid({ horizon: 20_000, steps: 20_000 * finerBy }),
      streams(3),
    );
    const coarse = coarseTape(fine, finerBy);
    const { scale, decay } = fitIntensity(stepReaches(coarse), { threshold: 0.01 });
    // The control was matched on a tape as long as this one: two errors add.
    for (const [seen, asked] of [[scale, measured.scale], [decay, measured.decay]] as const) {
      const error = Math.SQRT2 * seen.standardError * asked;
      assert(Math.abs(seen.value - asked) < 5 * error, `${seen.value} and ${asked}`);
    }
    // The price adds reaches of its own: the control's k is above the one that is seen.
    assert(control.decay > measured.decay && control.scale > measured.scale);
    const trader = { strategy: naive({ halfSpread }), execution: execution() };
    const own = fineMarkout(market, halfSpread, finerBy);
    const [after] = markouts(trade(coarse, trader), { horizons: [1] });
    assert(after.mean! + 5 * after.standardError! < 0, "a stale quote loses");
    assert(Math.abs(own.mean!) < 5 * own.standardError!, "a fresh one does not");
  }
});

/** The same quote, renewed at every fine step: orders know nothing, so it loses nothing. */
function fineMarkout(market: Parameters<typeof drawTape>[0], halfSpread: number, finerBy: number) {
  const fine = drawTape(market, timeGrid({ horizon: 5000, steps: 5000 * finerBy }), streams(4));
  const trader = { strategy: naive({ halfSpread }), execution: execution() };
  return markouts(trade(fine, trader), { horizons: [finerBy] })[0];
}

Deno.test("fineControl() gives ETH's control: k about 4.8, A about 0.22, and a markout of about −0.17", () => {
  const measured = { initialPrice: 2680, volatility: 0.343, scale: 0.171, decay: 3.146 };
  const { market, scale, decay, finerBy } = fineControl({ ...measured, dt: 1, threshold: 0.01 });
  assert(Math.abs(decay - 4.8) < 0.15 && Math.abs(scale - 0.22) < 0.01, `${decay}, ${scale}`);
  const grid = timeGrid({ horizon: 20_000, steps: 20_000 * finerBy });
  const coarse = coarseTape(drawTape(market, grid, streams("markout")), finerBy);
  const trader = { strategy: naive({ halfSpread: 0.2816 }), execution: execution() };
  const [{ mean, standardError }] = markouts(trade(coarse, trader), { horizons: [1] });
  assert(Math.abs(mean! + 0.175) < 5 * standardError!, `${mean}`);
});

Deno.test("fineControl() refuses a decay that no orders could give, and options that are none", () => {
  const measured = { initialPrice: 100, volatility: 1, scale: 0.1, dt: 1, steps: 2000 };
  assertThrows(
    () => fineControl({ ...measured, decay: 50 }),
    RangeError,
    "Cannot match fineControl",
  );
  const good = { ...measured, volatility: 0.1, decay: 3 };
  assertThrows(() => fineControl({ ...good, finerBy: 0 }), RangeError, "finerBy must be");
  assertThrows(() => fineControl({ ...good, dt: NaN }), RangeError, "dt must be");
});
