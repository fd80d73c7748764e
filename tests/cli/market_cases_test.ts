import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { gzipped, zipped } from "../market/replay/bytes.ts";
import { quotes, run, runOn, trades } from "./run_market.ts";

const lines = (text: string) => text.trimEnd().split("\n");
const [header, ...rows] = lines(trades);
const still = (text: string) =>
  lines(text).map((line, i) => {
    if (i === 0) return line;
    const fields = line.split(",");
    fields[1] = fields.length === 5
      ? "99.95"
      : fields[3] === "buy"
      ? `100.${1 + i % 3}`
      : `99.${9 - i % 4}`;
    if (fields.length === 5) fields[3] = "100.05";
    return fields.join(",");
  }).join("\n");

const json = async (
  command: string,
  files: Record<string, string | Uint8Array>,
  ...flags: string[]
) => {
  const { code, stdout, stderr } = await run(
    command,
    files,
    "--replications",
    "50",
    "--json",
    ...flags,
  );
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout);
};

Deno.test("calibrate and walk-forward say what they can of a price that never moves", async () => {
  const files = { "t.csv": still(trades), "q.csv": still(quotes) };
  const { volatility, notes, replay } = await json("calibrate", files, "--threshold", "0");
  assertEquals([volatility.value, volatility.interval], [0, [0, 0]]);
  assert(notes.some((note: string) => note.startsWith("The price never moved")), notes);
  assertEquals(replay.span.start, "2023-11-14T22:13:20Z");
  const backtest = await json("walk_forward", files, "--threshold", "0");
  assert(Number.isFinite(backtest.traders.glft.profit.value));
});

Deno.test("calibrate fits the side that has orders, and names the one that has none", async () => {
  for (const [word, other, name] of [["buy", "sell", "sellers"], ["sell", "buy", "buyers"]]) {
    const oneSided = [header, ...rows.filter((row) => row.endsWith(word))].join("\n");
    const { intensity, notes } = await json("calibrate", { "t.csv": oneSided, "q.csv": quotes });
    assert(intensity[word].exact.decay.value > 0 && intensity.both.exact.decay.value > 0);
    assertEquals(Object.values(intensity[other]), [null, null, null]);
    assert(notes.includes(`No orders of ${name}: no fit.`), notes);
  }
});

Deno.test("calibrate at a threshold of whole ticks counts reaches of so many ticks alike, however they round", async () => {
  const onTicks = (text: string, columns: readonly number[]) =>
    text.trimEnd().split("\n").map((row, i) => {
      const cells = row.split(",");
      for (const at of i === 0 ? [] : columns) {
        cells[at] = (Math.round(Number(cells[at]) / 0.05) * 0.05).toFixed(2);
      }
      return cells.join(",");
    }).join("\n");
  const files = { "t.csv": onTicks(trades, [1]), "q.csv": onTicks(quotes, [1, 3]) };
  const untold = await json("calibrate", files);
  assertEquals(untold.replay.tick, 0.05);
  assertEquals((await json("calibrate", files, "--threshold", ".05")).intensity, untold.intensity);
  for (const ticks of [2, 3, 6]) {
    const at = Number((0.05 * ticks).toFixed(2));
    const [told, beyond] = [`${at}`, `${at + 1e-4}`];
    const [one, other] = [
      await json("calibrate", files, "--threshold", told),
      await json("calibrate", files, "--threshold", beyond),
    ];
    assertEquals(one.intensity.both.exact.beyond, other.intensity.both.exact.beyond);
  }
});

Deno.test("calibrate and walk-forward warn of prints that do not belong to the quotes, though they are near", async () => {
  const moved = trades.split("\n").map((row, i) => {
    const [time, price, ...rest] = row.split(",");
    return i === 0 || price === undefined
      ? row
      : [time, (Number(price) * 1.04).toFixed(2), ...rest].join(",");
  }).join("\n");
  for (const command of ["calibrate", "walk_forward"]) {
    const { replay } = await json(command, { "t.csv": moved, "q.csv": quotes });
    const [warning] = replay.notes.filter((note: string) =>
      /^Warning: \d+\.\d % of prints lie/.test(note)
    );
    assertStringIncludes(warning, "are trades and quotes of one instrument, and the sides right?");
  }
});

Deno.test("calibrate warns of a print ten times too far, and leaves it out where it is told to", async () => {
  const buy = rows.findIndex((row, i) => i > 100 && row.endsWith("buy"));
  const [time, price, ...rest] = rows[buy].split(",");
  const far = [
    ...rows.slice(0, buy),
    [time, 10 * Number(price), ...rest].join(","),
    ...rows.slice(buy + 1),
  ];
  const files = { "t.csv": [header, ...far].join("\n"), "q.csv": quotes };
  const [sound, spoilt] = [
    await json("calibrate", { "t.csv": trades, "q.csv": quotes }),
    await json("calibrate", files),
  ];
  assert(spoilt.intensity.both.exact.decay.value < 1);
  assert(
    spoilt.notes.some((note: string) => /^Warning: one reach, [89]\d\d/.test(note)),
    spoilt.notes,
  );
  const capped = await json("calibrate", files, "--largest-reach", "5");
  assertEquals([capped.replay.printsLeftOut, capped.notes], [1, []]);
  const [one, other] = [capped, sound].map(({ intensity }) => intensity.both.exact.decay.value);
  assert(Math.abs(one / other - 1) < 0.02, `${one} and ${other}`);
});

Deno.test("calibrate says of two bootstrap samples that they have no interval", async () => {
  const { stdout } = await run(
    "calibrate",
    { "t.csv": trades, "q.csv": quotes },
    "--replications",
    "2",
  );
  assertStringIncludes(stdout, "– … –");
});

Deno.test("calibrate checks what archives promise", async () => {
  const archive = zipped({ "t.csv": trades }, 0);
  // The last digit of a price, after the header of 30 bytes and the name.
  const digit = 30 + "t.csv".length + trades.indexOf(",1,", 500) - 1;
  const changed = archive.slice();
  changed[digit] = changed[digit] === 0x37 ? 0x38 : 0x37;
  const bad = await run("calibrate", { "t.zip": changed });
  assertStringIncludes(bad.stderr, "must agree with its checksum");
  const half = trades.indexOf("\n", 2000) + 1;
  const members = [await gzipped(trades.slice(0, half)), await gzipped(trades.slice(half))];
  const joined = Uint8Array.from(members.flatMap((member) => [...member]));
  const whole = await json("calibrate", { "t.gz": joined });
  assertEquals(whole.files[0].rows, rows.length);
});

const folder = new URL("../../../shared/cases/", import.meta.url);
const cases: readonly (readonly [files: string, said: string])[] = [
  ["t.csv q.csv", "0.0 % of prints lie on the wrong side"],
  ["t.csv g_gap_day2.csv", "Gap: no trades for 86100 s between t.csv and g_gap_day2.csv"],
  ["t_crcbad_stored.zip", "must agree with its checksum"],
  ["t_stored.zip", "595 rows of trades, 2023-11-14T22:13:20.1Z"],
  ["t_multi.csv.gz", "595 rows of trades"],
  ["g_constprice.csv g_q_const.csv", "The price never moved"],
  ["t.csv q_locked.csv", "301 rows of quotes"],
  ["t_blank_end.csv q.csv", "595 rows of trades"],
];

Deno.test("calibrate of the cases beside the project, where they are there", async () => {
  try {
    Deno.statSync(folder);
  } catch {
    return;
  }
  for (const [files, said] of cases) {
    const paths = files.split(" ").map((name) => new URL(name, folder).pathname);
    const { stdout, stderr } = await runOn("calibrate", [...paths, "--replications", "40"]);
    assertStringIncludes(stdout + stderr, said);
  }
});
