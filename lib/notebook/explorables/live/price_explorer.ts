import { mountAll } from "../mount.ts";
import { priceExplorable } from "../price_explorer.ts";

mountAll(priceExplorable);
