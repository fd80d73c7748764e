import { mountAll } from "../mount.ts";
import { distributionExplorable } from "../distribution_explorer.ts";

mountAll(distributionExplorable);
