import { mountAll } from "../mount.ts";
import { quoteLadderExplorable } from "../quote_ladder.ts";

mountAll(quoteLadderExplorable);
