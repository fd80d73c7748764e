import { mountAll } from "../mount.ts";
import { leanExplorable } from "../lean_explorer.ts";

mountAll(leanExplorable);
