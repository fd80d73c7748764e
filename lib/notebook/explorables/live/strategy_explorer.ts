import { mountAll } from "../mount.ts";
import { strategyExplorable } from "../strategy_explorer.ts";

mountAll(strategyExplorable);
