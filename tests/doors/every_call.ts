import config from "../../deno.json" with { type: "json" };
import * as lab from "@digital-market-maker/lab";
import * as data from "@digital-market-maker/lab/data";
import * as frames from "@digital-market-maker/lab/frames";
import * as learning from "@digital-market-maker/lab/learning";
import * as notebook from "@digital-market-maker/lab/notebook";
import * as several from "@digital-market-maker/lab/several";
import {
  dataCalls,
  engineCalls,
  framesCalls,
  learningCalls,
  notebookCalls,
  severalCalls,
} from "./valid_calls.ts";

/** Every door: the functions it exports, and calls of them that are right. */
export const doors: Readonly<
  Record<keyof typeof config.exports, readonly [door: object, calls: object]>
> = {
  ".": [lab, engineCalls],
  "./data": [data, dataCalls],
  "./several": [several, severalCalls],
  "./learning": [learning, learningCalls],
  "./notebook": [notebook, notebookCalls],
  "./frames": [frames, framesCalls],
};

/** Every function of every door, and arguments that are right. */
export const everyCall: readonly {
  readonly name: string;
  readonly call: (...args: unknown[]) => unknown;
  readonly right: () => readonly unknown[];
}[] = Object.keys(config.exports).flatMap((name) => {
  const [door, calls] = doors[name as keyof typeof config.exports];
  return Object.entries({ ...door }).filter(([, value]) => typeof value === "function").map(
    ([name, call]) => ({ name, call: call as () => unknown, right: Reflect.get(calls, name) }),
  );
});
