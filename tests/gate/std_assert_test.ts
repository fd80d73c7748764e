// These hold for @std/assert and for its stand-in alike: whichever is mapped is tested.
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
} from "@std/assert";

class Point {
  constructor(readonly x: number) {}
}

const refusals: Readonly<Record<string, () => unknown>> = {
  "assert() of 0": () => assert(0),
  "assertFalse() of 1": () => assertFalse(1),
  "fail()": () => fail("as it should"),
  "assertEquals() of other values": () => assertEquals({ a: [1] }, { a: [2] }),
  "assertEquals() of other classes": () => assertEquals<unknown>(new Point(1), { x: 1 }),
  "assertEquals() of other arrays": () =>
    assertEquals<unknown>(new Float64Array([1]), new Float32Array([1])),
  "assertEquals() of undefined and missing": () => assertEquals<unknown>({ a: undefined }, {}),
  "assertNotEquals() of equals": () => assertNotEquals({ a: NaN }, { a: NaN }),
  "assertNotEquals() of 0 and -0": () => assertNotEquals(0, -0),
  "assertStrictEquals() of twins": () => assertStrictEquals([1], [1]),
  "assertStrictEquals() of 0 and -0": () => assertStrictEquals(0, -0),
  "assertAlmostEquals() beyond 1e-7 of the expected": () => assertAlmostEquals(1e6, 1e6 + 0.2),
  "assertAlmostEquals() near zero": () => assertAlmostEquals(1e-9, 0),
  "assertAlmostEquals() beyond its tolerance": () => assertAlmostEquals(1, 2, 0.5),
  "assertAlmostEquals() of NaN": () => assertAlmostEquals(NaN, 1, 10),
  "assertGreater() of equals": () => assertGreater(1, 1),
  "assertGreaterOrEqual() of NaN": () => assertGreaterOrEqual(NaN, 1),
  "assertLess() of equals": () => assertLess(1, 1),
  "assertLessOrEqual() of NaN": () => assertLessOrEqual(1, NaN),
  "assertExists() of null": () => assertExists(null),
  "assertInstanceOf() of another class": () => assertInstanceOf({}, Point),
  "assertStringIncludes() of what is not there": () => assertStringIncludes("abc", "d"),
  "assertMatch() of what does not": () => assertMatch("abc", /d/),
  "assertThrows() of silence": () => assertThrows(() => {}),
  "assertThrows() of another class": () =>
    assertThrows(() => {
      throw new TypeError("no");
    }, RangeError),
  "assertThrows() of another message": () =>
    assertThrows(
      () => {
        throw new RangeError("no");
      },
      RangeError,
      "yes",
    ),
};

for (const [name, refused] of Object.entries(refusals)) {
  Deno.test(`${name} fails`, () => {
    let thrown: unknown;
    try {
      refused();
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof AssertionError)) throw new Error(`threw ${thrown}`);
  });
}

Deno.test("assertions accept what holds", () => {
  assert(1);
  assertFalse("");
  assertEquals({ a: [NaN, new Map([[1, new Point(2)]])] }, {
    a: [NaN, new Map([[1, new Point(2)]])],
  });
  assertEquals(new Float64Array([1, NaN]), new Float64Array([1, NaN]));
  assertNotEquals({ a: 1 }, { a: 2 });
  assertStrictEquals(NaN, NaN);
  assertAlmostEquals(1e6, 1e6 + 0.05);
  assertAlmostEquals(Infinity, Infinity);
  assertAlmostEquals(1, 1.5, 0.5);
  assertGreater(2, 1);
  assertGreaterOrEqual(1, 1);
  assertLess(1, 2);
  assertLessOrEqual(1, 1);
  assertExists(0);
  assertInstanceOf(new Point(1), Point);
  assertStringIncludes("abc", "b");
  assertMatch("abc", /b./);
});

Deno.test("assertThrows() returns the error", () => {
  const error = assertThrows(
    () => {
      throw new RangeError("must be > 0");
    },
    RangeError,
    "> 0",
  );
  assertEquals(error.message, "must be > 0");
});

Deno.test("assertRejects() returns the error, and refuses silence and a synchronous throw", async () => {
  const rejection = () => Promise.reject(new RangeError("late"));
  const error = await assertRejects(rejection, RangeError, "late");
  assertEquals(error.message, "late");
  await assertRejects(() => assertRejects(rejection, TypeError), AssertionError);
  await assertRejects(() => assertRejects(() => Promise.resolve()), AssertionError);
  const early = () => {
    throw new RangeError("early");
  };
  await assertRejects(() => assertRejects(early), AssertionError);
});
