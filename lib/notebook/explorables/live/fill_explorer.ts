import { mountAll } from "../mount.ts";
import { fillExplorable } from "../fill_explorer.ts";

mountAll(fillExplorable);
