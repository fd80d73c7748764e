import { mountAll } from "../mount.ts";
import { liquidationExplorable } from "../liquidation_puzzle.ts";

mountAll(liquidationExplorable);
