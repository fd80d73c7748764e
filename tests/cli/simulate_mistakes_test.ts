import { assertEquals, assertStringIncludes } from "@std/assert";
import { presets } from "../../lib/scenario/parameters.ts";
import { task } from "./simulate_task.ts";

const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
  [["--pathz", "3"], "--pathz"],
  [["extra"], "extra"],
  [["--paths"], "--paths"],
  [["--json=1"], "--json"],
  [["--paths", "0"], 'Cannot read --paths as it must be a whole number >= 1: current value is "0"'],
  [["--paths", "1.5e0"], "Cannot read --paths as it must be a whole number >= 1"],
  [["--paths", "1e400"], "Cannot read --paths as it must be a whole number >= 1"],
  [["--paths", "0x10"], "Cannot read --paths as it must be a whole number >= 1"],
  [["--paths", "--json"], "Cannot read --paths as its value is missing"],
  [["--seed", "1", "--seed", "2"], "Cannot read --seed as it is given twice"],
  [["--path", "3"], "there is no such flag: did you mean --paths?"],
  [["--gamma", "1"], "there is no such flag: did you mean --set riskAversion=…?"],
  [["--steps=5"], "there is no such flag: did you mean --set steps=…?"],
  [["--paths=-4"], "Cannot read --paths as it must be a whole number >= 1"],
  [
    ["--scenario", "peper"],
    `--scenario as it must be one of ${Object.keys(presets).join(", ")}: current value is "peper"`,
  ],
  [["--scenario", "toString"], 'current value is "toString"'],
  [["--set", "sigma=1"], 'Cannot set "sigma" as there is no such key: did you mean volatility?'],
  [["--set", "A=1"], "did you mean scale?"],
  [["--set", "risk_aversion=1"], "did you mean riskAversion?"],
  [["--set", "flobias=1"], "did you mean flowBias?"],
  [["--set", "toString=1"], "there is no such key: there are price, initialPrice, "],
  [["--set", "volatility"], 'Cannot read --set "volatility" as it must be key=value'],
  [["--set", "=1"], 'Cannot read --set "=1" as it must be key=value'],
  [["--set", "volatility=-1"], "volatility must be >= 0 and finite: current value is -1"],
  [
    ["--set", "volatility=high"],
    'Cannot set volatility as it must be a number: current value is "high"',
  ],
  [["--set", "volatility="], 'Cannot set volatility as it must be a number: current value is ""'],
  [["--set", "volatility=NaN"], "Cannot set volatility as it must be a number"],
  [["--set", "volatility=Infinity"], "Cannot set volatility as it must be a number"],
  [["--set", "scale=1e999"], "Cannot set scale as it must be a number"],
  [["--set", "steps=2.5"], 'steps as it must be a whole number >= 1: current value is "2.5"'],
  [["--set", "steps=0"], 'steps as it must be a whole number >= 1: current value is "0"'],
  [["--set", "horizon=0"], "horizon must be > 0 and finite: current value is 0"],
  [["--set", "decay=0"], "decay must be > 0 and finite: current value is 0"],
  [["--set", "limit=-1"], "limit must be >= 0: current value is -1"],
  [["--set", "limit=no"], 'Cannot set limit as it must be a number or "none"'],
  [["--set", "breach=panic"], "Cannot set breach as it must be one of cross-one, flatten, none"],
  [["--set", "timeLeft=soon"], "Cannot set timeLeft as it must be clock, floor:x, constant:x"],
  [["--set", "timeLeft=floor:"], "Cannot set timeLeft as it must be clock, floor:x, constant:x"],
  [["--set", "timeLeft=floor:-1"], "timeLeft.floor must be >= 0 and finite: current value is -1"],
  [["--set", "endPenalty=1"], 'endPenalty must be 0 where timeLeft is not "saturating"'],
  [
    ["--set", "timeLeft=infinite:0"],
    "timeLeft.infinite must be > 0 and finite: current value is 0",
  ],
  [["--set", "orderSize=0"], "orderSize must be > 0 and finite: current value is 0"],
  [["--set", "flowBias=2"], "flowBias must be between -1 and 1: current value is 2"],
  [["--set", "price=geometric"], "volatility must be given together with price"],
  [["--set", "halfSpread=wide"], "Cannot set halfSpread as it must be a number"],
  [["--set", "steps=1e13"], "steps must be at most 4294967294: current value is 10000000000000"],
  [["--set", "steps=4e9"], "memory must be at most 8 GB: they need 260 GB"],
];

Deno.test("deno task simulate answers a mistake with one line on stderr, nothing on stdout, exit code 2", async () => {
  const waiting = [...mistakes];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [args, message] = next;
      const { code, out, errors } = await task(...args);
      assertEquals([code, out], [2, ""], args.join(" "));
      assertStringIncludes(errors, message);
      assertEquals(errors.trimEnd().split("\n").length, 1, errors);
    }
  };
  await Promise.all([worker(), worker()]);
});
