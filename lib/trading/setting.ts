import { namedBy, shaped } from "../kinds.ts";
import type { Market } from "../market/draw.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import { checkTrader, type Trader } from "./execution.ts";

/** Where somebody trades: a market, a clock, and traders by name where there are names. A scenario is one. */
export interface Setting<Name extends string = string> {
  /** How the mid-price moves, and how market orders arrive. */
  readonly market: Market;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Traders by a short name. */
  readonly traders?: Readonly<Record<Name, Trader>>;
}

/** Refuses what is no setting. */
export function checkSetting(action: string, setting: Setting): void {
  shaped("setting")(action, "setting", setting);
  checkGrid(action, "setting.grid", setting.grid);
  if (setting.traders !== undefined) checkTraders(action, "setting.traders", setting.traders);
}

/** Refuses what is no record of traders. */
export function checkTraders(
  action: string,
  name: string,
  traders: Readonly<Record<string, Trader>>,
): void {
  namedBy("traders", (action, name, value) => checkTrader(action, name, value as Trader))(
    action,
    name,
    traders,
  );
}
