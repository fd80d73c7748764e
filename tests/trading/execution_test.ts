import { execution, type ExecutionOptions } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("execution() has no fees, no limit and no clamp unless told", () => {
  assertEquals(execution(), {
    rebate: 0,
    fee: 0,
    minimumDepth: -Infinity,
    limit: Infinity,
    breach: "none",
    crossingCost: 0,
    orderSize: 1,
    impact: 0,
  });
});

Deno.test("execution() refuses each bad term in one clear line", () => {
  const refuse = (terms: ExecutionOptions, message: string) =>
    assertThrows(() => execution(terms), RangeError, `Cannot build execution as ${message}`);
  refuse({ rebate: NaN }, "rebate must be a finite number: current value is NaN");
  refuse({ fee: Infinity }, "fee must be a finite number: current value is Infinity");
  refuse({ limit: -1 }, "limit must be >= 0: current value is -1");
  refuse({ limit: NaN }, "limit must be >= 0: current value is NaN");
  refuse({ minimumDepth: Infinity }, "minimumDepth must be a finite number or -Infinity");
  refuse({ minimumDepth: NaN }, "minimumDepth must be a finite number or -Infinity");
  refuse({ crossingCost: -0.05 }, "crossingCost must be >= 0 and finite: current value is -0.05");
  refuse({ orderSize: 0 }, "orderSize must be > 0 and finite: current value is 0");
  refuse({ impact: NaN }, "impact must be a finite number: current value is NaN");
  assertThrows(
    () => execution({ breach: "panic" as "none" }),
    TypeError,
    'breach must be one of cross-one, flatten, none: current value is "panic"',
  );
  assertThrows(() => execution({ limit: "5" as unknown as number }), TypeError, 'value is "5"');
});
