/** What a change of a scenario's parameters moves. */
import {
  type Scenario,
  scenario,
  type ScenarioName,
  type ScenarioParameters,
} from "@digital-market-maker/lab";

/** Everything a scenario hands on: the market, and what each trader quotes and on which terms. */
export function outcome({ market, grid, traders }: Scenario) {
  const quotes = (name: "naive" | "as") =>
    [0, 1, 3].flatMap((inventory) =>
      [0, grid.horizon / 3].map((time) =>
        traders[name].strategy.quote({
          time,
          timeLeft: grid.horizon - time,
          midPrice: 100,
          inventory,
        })
      )
    );
  const fills = (["bid", "ask"] as const).flatMap((side) =>
    [0, 1].map((depth) => market.flow.fillProbability(side, depth, grid.dt))
  );
  return {
    market: { name: market.price.name, ...market.price.parameters, fills },
    grid,
    naiveQuotes: quotes("naive"),
    asQuotes: quotes("as"),
    naiveTerms: traders.naive.execution,
    asTerms: traders.as.execution,
  };
}

/** Which parts of a scenario a change moves. */
export function moved(name: ScenarioName, changes: Partial<ScenarioParameters>): string[] {
  const before = outcome(scenario(name)), after = outcome(scenario(name, changes));
  const keys = Object.keys(before) as (keyof typeof before)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
