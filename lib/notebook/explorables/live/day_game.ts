import { mountAll } from "../mount.ts";
import { dayGameExplorable } from "../day_game.ts";

mountAll(dayGameExplorable);
