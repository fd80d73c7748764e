import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { nearestName, suggestion } from "../lib/nearest_name.ts";

const names = ["riskAversion", "volatility", "scale", "decay", "drift", "limit", "timeLeft"];

Deno.test("nearestName() leads the letters of formulas to words", () => {
  const letters = ["gamma", "γ", "sigma", "σ", "A", "k", "mu", "μ", "Q", "tau"];
  assertEquals(letters.map((letter) => nearestName(letter, names)), [
    "riskAversion",
    "riskAversion",
    "volatility",
    "volatility",
    "scale",
    "decay",
    "drift",
    "drift",
    "limit",
    "timeLeft",
  ]);
  assertEquals(nearestName("gamma", ["scale"]), undefined);
});

Deno.test("nearestName() finds a name with one letter added, dropped, changed or swapped, however it is joined", () => {
  const slips = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(20),
    letter: fc.constantFrom(..."abcxyz"),
    kind: fc.constantFrom("add", "drop", "change", "swap"),
  });
  fc.assert(
    fc.property(slips, ({ name, at, letter, kind }) => {
      const i = at % (name.length - 1);
      const end = name.slice(i + (kind === "add" ? 0 : kind === "swap" ? 2 : 1));
      const middle = kind === "swap" ? name[i + 1] + name[i] : kind === "drop" ? "" : letter;
      assertEquals(nearestName(name.slice(0, i) + middle + end, names), name);
    }),
    { seed: 7 },
  );
  for (const written of ["risk-aversion", "RiskAversion", "risk_aversion"]) {
    assertEquals(nearestName(written, names), "riskAversion");
  }
});

Deno.test("nearestName() suggests nothing that is far", () => {
  for (const far of ["", "x", "backend", "toString", "constructor"]) {
    assertEquals(nearestName(far, names), undefined, far);
  }
  assertEquals(suggestion("drfit", names), "did you mean drift?");
  assertEquals(suggestion("backend", ["a1", "b2"]), "there are a1, b2");
});
