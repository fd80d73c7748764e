import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { ink, type Look, looks, looksOf } from "../../lib/notebook/theme.ts";

type Triple = readonly [number, number, number];

/** sRGB to linear light, IEC 61966-2-1. */
function linear(color: string): Triple {
  return [1, 3, 5].map((at) => {
    const c = parseInt(color.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function times(matrix: readonly Triple[], v: Triple): Triple {
  return matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Triple;
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => times([[0.2126, 0.7152, 0.0722]], linear(color))[0];
  const [low, high] = [luminance(a), luminance(b)].toSorted((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), full severity. */
const sights: Readonly<Record<string, readonly Triple[]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB, white point D65. */
function lab(rgb: Triple): Triple {
  const clamped = rgb.map((c) => Math.min(1, Math.max(0, c))) as unknown as Triple;
  const [x, y, z] = times([
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ], clamped);
  const f = (t: number) => t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const main = ["as", "naive", "mid", "bid", "ask", "exact"] as const;
const grounds = {
  white: "#ffffff",
  JupyterLab: "#111111",
  GitHub: "#0d1117",
  "VS Code": "#1e1e1e",
};

Deno.test("letters read on white (4.5 to 1) and on dark pages as well as on both they can", () => {
  assertGreaterOrEqual(contrast(ink, grounds.white), 4.5);
  assertGreaterOrEqual(contrast(ink, grounds.JupyterLab), 4.1);
  assertGreaterOrEqual(contrast(ink, grounds.GitHub), 4.1);
});

Deno.test("every look stands out from white and dark pages, 3 to 1", () => {
  for (const [role, { color }] of Object.entries(looks)) {
    for (const [name, ground] of Object.entries(grounds)) {
      assertGreaterOrEqual(contrast(color, ground), 3, `${role} on ${name}`);
    }
  }
});

Deno.test("the main looks stay apart for every kind of sight", () => {
  for (const [sight, matrix] of Object.entries(sights)) {
    for (const [i, a] of main.entries()) {
      for (const b of main.slice(i + 1)) {
        const [p, q] = [a, b].map((role) => lab(times(matrix, linear(looks[role].color))));
        const distance = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        assertGreaterOrEqual(distance, 15, `${a} and ${b} in ${sight}`);
      }
    }
  }
});

Deno.test("AS, Naive and exact differ in dashes too, bid and ask in markers", () => {
  assertEquals(new Set([looks.as, looks.naive, looks.exact].map(({ dash }) => dash)).size, 3);
  assert(looks.bid.symbol !== looks.ask.symbol);
});

Deno.test("looksOf() follows from what a series is, and from nothing that it is called", () => {
  const { naive, as, gueantLehalle, exact } = looks;
  assertEquals(looksOf(["naive", "as", "gueantLehalle", "exact"]), [
    naive,
    as,
    gueantLehalle,
    exact,
  ]);
  assertEquals(looksOf([undefined, "as"])[1], as);
});

Deno.test("looksOf() gives no look twice", () => {
  const found = looksOf([
    "as",
    "as",
    "as",
    "naive",
    "exact",
    "gueantLehalle",
    undefined,
    undefined,
  ]);
  assertEquals(new Set(found.map(({ color }: Look) => color)).size, 8);
  assertEquals(found[0], looks.as);
});
