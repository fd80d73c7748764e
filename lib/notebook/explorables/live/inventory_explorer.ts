import { mountAll } from "../mount.ts";
import { inventoryExplorable } from "../inventory_explorer.ts";

mountAll(inventoryExplorable);
