/** Invocations in a workgroup; each trades one path. */
export const WORKGROUP = 64;

/** Numbers that an invocation writes for each of its two traders, in the order of `Final`. */
export const FINAL = 7;

/**
 * The kernel in WGSL: one invocation trades one path for two traders, by the tables of
 * compiled_policies.ts.
 *
 * - **Random numbers** are Philox 4×32 with ten rounds (Salmon, Moraes, Dror and Shaw, *Parallel random
 *   numbers: as easy as 1, 2, 3*, 2011). A step's four words are a pure function of (key, path, step): buy
 *   order, sell order, price, and one to spare. So a path is the same in whichever dispatch it is traded.
 * - **Normal numbers** are √2·erf⁻¹(x), one word each, by Giles's single-precision polynomials
 *   (*Approximating the erfinv function*, GPU Computing Gems, 2010): a logarithm and no sine, of which WGSL
 *   promises no more than three digits.
 * - **Profit** is summed by the P&L identity, q·ΔS + what the step's trades earn, and prices are kept as
 *   S − S_0. Cash and position, hundreds of times larger, never meet in float32.
 * - Gains are summed less the first, so that the Sharpe ratio of equal gains is seen not to exist.
 */
export const SHADER = /* wgsl */ `
const LANES = 2u;

struct Run {
  key: vec2u,
  firstPath: vec2u,      // lower and upper 32 bits
  starts: vec2u,         // the traders' rows of no inventory in step 0
  paths: u32,
  steps: u32,
  geometric: u32,
  initialPrice: f32,
  drift: f32,            // of a step: of the price, or of its logarithm
  deviation: f32,
}

struct Final {
  firstGain: f32,        // profit of the first step
  gains: f32,            // sum over the steps of gain − firstGain
  squares: f32,          // and of its square
  lots: f32,
  lowest: f32,
  highest: f32,
  taken: f32,            // orders crossed as a taker
}

@group(0) @binding(0) var<uniform> run: Run;
@group(0) @binding(1) var<storage, read> integers: array<vec4i>;
@group(0) @binding(2) var<storage, read> reals: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> finals: array<Final>;

// The upper 32 bits of a product.
fn high(a: u32, b: u32) -> u32 {
  let a0 = a & 0xffffu; let a1 = a >> 16u;
  let b0 = b & 0xffffu; let b1 = b >> 16u;
  let middle = a1 * b0 + ((a0 * b0) >> 16u);
  let carry = (middle & 0xffffu) + a0 * b1;
  return a1 * b1 + (middle >> 16u) + (carry >> 16u);
}

fn philox(counter: vec4u, start: vec2u) -> vec4u {
  var c = counter;
  var key = start;
  for (var round = 0; round < 10; round++) {
    c = vec4u(
      high(0xcd9e8d57u, c.z) ^ c.y ^ key.x, 0xcd9e8d57u * c.z,
      high(0xd2511f53u, c.x) ^ c.w ^ key.y, 0xd2511f53u * c.x,
    );
    key += vec2u(0x9e3779b9u, 0xbb67ae85u);
  }
  return c;
}

// Standard normal: x = (2·word + 1)/2³² with the word signed, and its distance from ±1, both without loss.
fn normal(word: u32) -> f32 {
  let signed = bitcast<i32>(word);
  let size = signed ^ (signed >> 31u);
  let x = (f32(signed) + 0.5) / 2147483648.0;
  let rest = (f32(0x7fffffff - size) + 0.5) / 2147483648.0;
  let w = -log(rest * (2.0 - rest));
  var p: f32;
  if (w < 5.0) {
    let v = w - 2.5;
    p = 2.81022636e-08;
    p = 3.43273939e-07 + p * v;
    p = -3.5233877e-06 + p * v;
    p = -4.39150654e-06 + p * v;
    p = 0.00021858087 + p * v;
    p = -0.00125372503 + p * v;
    p = -0.00417768164 + p * v;
    p = 0.246640727 + p * v;
    p = 1.50140941 + p * v;
  } else {
    let v = sqrt(w) - 3.0;
    p = -0.000200214257;
    p = 0.000100950558 + p * v;
    p = 0.00134934322 + p * v;
    p = -0.00367342844 + p * v;
    p = 0.00573950773 + p * v;
    p = -0.0076224613 + p * v;
    p = 0.00943887047 + p * v;
    p = 1.00167406 + p * v;
    p = 2.83297682 + p * v;
  }
  return 1.41421356 * p * x;
}

// e^x − 1 without cancellation.
fn growth(x: f32) -> f32 {
  let series = x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6)))));
  return select(exp(x) - 1, series, abs(x) < 0.25);
}

@compute @workgroup_size(${WORKGROUP})
fn trade(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= run.paths) { return; }
  let lower = run.firstPath.x + id.x;
  let path = vec2u(lower, run.firstPath.y + select(0u, 1u, lower < id.x));
  var rows = array<u32, LANES>(run.starts.x, run.starts.y);
  var ends: array<Final, LANES>;
  var moved = 0.0;
  for (var n = 0u; n < run.steps; n++) {
    let words = philox(vec4u(n, 0, path), run.key);
    let step = run.drift + run.deviation * normal(words.z);
    var change = step;
    if (run.geometric == 1u) { change = (run.initialPrice + moved) * growth(step); }
    for (var i = 0u; i < LANES; i++) {
      let thresholds = bitcast<vec2u>(integers[rows[i]].xy);
      let filled = select(vec2u(0), vec2u(2, 1), (words.xy >> vec2u(1)) < thresholds);
      let outcome = rows[i] + filled.x + filled.y;
      let next = integers[outcome];
      let booked = reals[outcome];
      let gain = booked.x * moved + booked.y + booked.z * change;
      if (n == 0u) { ends[i].firstGain = gain; }
      let beyond = gain - ends[i].firstGain;
      ends[i].gains += beyond;
      ends[i].squares += beyond * beyond;
      ends[i].lots = booked.w;
      ends[i].lowest = min(ends[i].lowest, booked.w);
      ends[i].highest = max(ends[i].highest, booked.w);
      ends[i].taken += f32(next.w);
      rows[i] = u32(next.z) >> 2u;
    }
    moved += change;
  }
  for (var i = 0u; i < LANES; i++) { finals[id.x * LANES + i] = ends[i]; }
}
`;
