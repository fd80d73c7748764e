import type { Fault } from "../fault.ts";

/** Faults in README. */
export const readmeFaults: readonly Fault[] = [
  {
    name: "a wrong mean in README's table",
    file: "README.md",
    before: "| 227.45 |",
    after: "| 227.46 |",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README would tell a number that nothing computes.",
  },
  {
    name: "a wrong mean in README's prose",
    file: "README.md",
    before: "208.11 against 100.40",
    after: "208.11 against 100.50",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README would tell a number that nothing computes.",
  },
  {
    name: "a wrong percentile in README",
    file: "README.md",
    before: "the 49th and about",
    after: "the 48th and about",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README would tell a number that nothing computes.",
  },
  {
    name: "a boast in README",
    file: "README.md",
    before: " times as fast as Numba",
    after: "0 times as fast as Numba",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README would claim what nobody measured.",
  },
  {
    name: "a wrong constant in README",
    file: "README.md",
    before: "exact up to 8192 paths",
    after: "exact up to 9192 paths",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README would promise what the code does not do.",
  },
  {
    name: "a number more in README",
    file: "README.md",
    before: "MIT licence.",
    after: "MIT licence. Used by 1000 desks.",
    tests: ["tests/gate/readme/numbers_test.ts"],
    why: "README could claim anything.",
  },
  {
    name: "a wrong number in README's example",
    file: "README.md",
    before: "naive.wealth[grid.steps], -206.28",
    after: "naive.wealth[grid.steps], -207.28",
    tests: ["README.md"],
    why: "Who copies the example would see it fail.",
  },
];
