import { mountAll } from "../mount.ts";
import { sessionPlayerExplorable } from "../session_player.ts";

mountAll(sessionPlayerExplorable);
