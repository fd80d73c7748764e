import { mountAll } from "../mount.ts";
import { pairExplorable } from "../pair_explorer.ts";

mountAll(pairExplorable);
