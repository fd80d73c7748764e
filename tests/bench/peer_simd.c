// Our own method in C with SIMD intrinsics: integer thresholds in tables, four paths in a vector of 128
// bits (which is what WebAssembly has), two groups of them in turns, sfc32 and a ziggurat of 512 layers.
// cc -O3 -march=native -o peer_simd peer_simd.c -lm

#define _POSIX_C_SOURCE 199309L
#include <immintrin.h>
#include "peer.h"

typedef __m128i ints;
typedef __m128d reals;

// --- four streams of sfc32 (Doty-Humphrey)

typedef struct { ints a, b, c, n; } streams;

static inline ints draw(streams *s) {
  const ints word = _mm_add_epi32(_mm_add_epi32(s->a, s->b), s->n);
  s->n = _mm_add_epi32(s->n, _mm_set1_epi32(1));
  s->a = _mm_xor_si128(s->b, _mm_srli_epi32(s->b, 9));
  s->b = _mm_add_epi32(s->c, _mm_slli_epi32(s->c, 3));
  s->c = _mm_add_epi32(_mm_or_si128(_mm_slli_epi32(s->c, 21), _mm_srli_epi32(s->c, 11)), word);
  return word;
}

static ints mix(ints w) {
  w = _mm_mullo_epi32(_mm_xor_si128(w, _mm_srli_epi32(w, 16)), _mm_set1_epi32((int)0x85ebca6b));
  w = _mm_mullo_epi32(_mm_xor_si128(w, _mm_srli_epi32(w, 13)), _mm_set1_epi32((int)0xc2b2ae35));
  return _mm_xor_si128(w, _mm_srli_epi32(w, 16));
}

static streams start(uint64_t seed, int stream, long path) {
  const ints key = mix(_mm_set1_epi32((int)(seed * 2 + stream)));
  const ints lane = _mm_add_epi32(_mm_set1_epi32((int)path), _mm_setr_epi32(0, 1, 2, 3));
  streams s = {mix(_mm_xor_si128(key, lane)), mix(_mm_add_epi32(key, _mm_set1_epi32(1))),
               mix(_mm_add_epi32(key, _mm_set1_epi32(2))), _mm_set1_epi32(1)};
  for (int i = 0; i < 12; i++) draw(&s);
  return s;
}

// --- normals

enum { LAYERS = 512, PLACES = 1 << 22 };
static const double R = 3.8520461503683913, V = 0.0024567663515413557;
static double edge[LAYERS + 1], height[LAYERS + 1];
static struct { int32_t inside, nothing; double scale; } layers[LAYERS];

static double bell(double x) { return exp(-x * x / 2); }

static void build_ziggurat(void) {
  edge[0] = V / bell(R), edge[1] = R;
  for (int i = 2; i < LAYERS; i++) edge[i] = sqrt(-2 * log(V / edge[i - 1] + bell(edge[i - 1])));
  for (int i = 0; i < LAYERS; i++) {
    height[i] = bell(edge[i]);
    layers[i].scale = edge[i] / PLACES;
    layers[i].inside = (int)floor(edge[i + 1] / edge[i] * PLACES);
  }
  height[LAYERS] = 1;
}

static double unit(uint32_t word) { return (word + 0.5) * 0x1p-32; }

// The draw that a rectangle cannot answer. It takes words of all four streams, which disturbs none.
static __attribute__((noinline)) double at_edge(streams *s, int lane, int32_t word) {
  for (;;) {
    const int layer = word & (LAYERS - 1);
    const double x = ((word >> 9) + 0.5) * layers[layer].scale;
    uint32_t first[4], second[4];
    _mm_storeu_si128((ints *)first, draw(s));
    _mm_storeu_si128((ints *)second, draw(s));
    if (layer == 0) {
      if (fabs(x) < R) return x;
      const double beyond = -log(unit(first[lane])) / R;
      if (-2 * log(unit(second[lane])) > beyond * beyond) return x > 0 ? R + beyond : -R - beyond;
      continue;
    }
    const double y = height[layer] + unit(first[lane]) * (height[layer + 1] - height[layer]);
    if (fabs(x) < edge[layer + 1] || y < bell(x)) return x;
    word = (int32_t)second[lane];
    const int size = (word >> 9) ^ (word >> 31);
    if (size < layers[word & (LAYERS - 1)].inside)
      return ((word >> 9) + 0.5) * layers[word & (LAYERS - 1)].scale;
  }
}

static inline void normals(streams *s, reals *low, reals *high) {
  const ints word = draw(s), place = _mm_srai_epi32(word, 9);
  const ints layer = _mm_and_si128(word, _mm_set1_epi32(LAYERS - 1));
  const ints l0 = _mm_load_si128((ints *)&layers[_mm_extract_epi32(layer, 0)]);
  const ints l1 = _mm_load_si128((ints *)&layers[_mm_extract_epi32(layer, 1)]);
  const ints l2 = _mm_load_si128((ints *)&layers[_mm_extract_epi32(layer, 2)]);
  const ints l3 = _mm_load_si128((ints *)&layers[_mm_extract_epi32(layer, 3)]);
  const ints inside = _mm_unpacklo_epi64(_mm_unpacklo_epi32(l0, l1), _mm_unpacklo_epi32(l2, l3));
  const reals half = _mm_set1_pd(0.5);
  *low = _mm_mul_pd(_mm_add_pd(_mm_cvtepi32_pd(place), half),
                    _mm_castsi128_pd(_mm_unpackhi_epi64(l0, l1)));
  *high = _mm_mul_pd(_mm_add_pd(_mm_cvtepi32_pd(_mm_unpackhi_epi64(place, place)), half),
                     _mm_castsi128_pd(_mm_unpackhi_epi64(l2, l3)));
  const ints size = _mm_xor_si128(place, _mm_srai_epi32(place, 31));
  int outside = ~_mm_movemask_ps(_mm_castsi128_ps(_mm_cmplt_epi32(size, inside))) & 15;
  if (__builtin_expect(outside, 0)) {
    double out[4];
    int32_t words[4];
    _mm_storeu_pd(out, *low), _mm_storeu_pd(out + 2, *high);
    _mm_storeu_si128((ints *)words, word);
    for (int lane = 0; outside; outside >>= 1, lane++)
      if (outside & 1) out[lane] = at_edge(s, lane, words[lane]);
    *low = _mm_loadu_pd(out), *high = _mm_loadu_pd(out + 2);
  }
}

// --- e^x, two at a time (the constants of FreeBSD's e_exp.c)

static inline reals exponential(reals x) {
  const reals rounder = _mm_set1_pd(6755399441055744.0);
  const reals rounded = _mm_add_pd(_mm_mul_pd(x, _mm_set1_pd(1.44269504088896338700)), rounder);
  const reals whole = _mm_sub_pd(rounded, rounder);
  const reals hi = _mm_sub_pd(x, _mm_mul_pd(whole, _mm_set1_pd(6.93147180369123816490e-01)));
  const reals lo = _mm_mul_pd(whole, _mm_set1_pd(1.90821492927058770002e-10));
  const reals r = _mm_sub_pd(hi, lo), t = _mm_mul_pd(r, r);
  reals p = _mm_set1_pd(4.13813679705723846039e-08);
  p = _mm_add_pd(_mm_mul_pd(t, p), _mm_set1_pd(-1.65339022054652515390e-06));
  p = _mm_add_pd(_mm_mul_pd(t, p), _mm_set1_pd(6.61375632143793436117e-05));
  p = _mm_add_pd(_mm_mul_pd(t, p), _mm_set1_pd(-2.77777777770155933842e-03));
  p = _mm_add_pd(_mm_mul_pd(t, p), _mm_set1_pd(1.66666666666666019037e-01));
  const reals c = _mm_sub_pd(r, _mm_mul_pd(t, p));
  const reals share = _mm_div_pd(_mm_mul_pd(r, c), _mm_sub_pd(_mm_set1_pd(2), c));
  const reals y = _mm_sub_pd(_mm_set1_pd(1), _mm_sub_pd(_mm_sub_pd(lo, share), hi));
  const ints k = _mm_sub_epi64(_mm_castpd_si128(rounded), _mm_castpd_si128(rounder));
  return _mm_castsi128_pd(_mm_add_epi64(_mm_castpd_si128(y), _mm_slli_epi64(k, 52)));
}

// --- tables: a row for every inventory, and every step where quotes read the clock

typedef struct { int32_t ask_below, bid_below; double share, ask, bid; } row;

typedef struct {
  row *zero;
  int leap, limit, flattens;
} table;

static int32_t threshold(double chance) {
  const double words = ceil(chance * 0x1p31 - 0.5);
  return words >= 0x1p31 ? INT32_MIN : words < 0 ? 0 : (int32_t)words;
}

static table tabulate(const parameters *p, int steps, int naive) {
  const double own = naive ? p->naiveLimit : p->limit;
  const int limited = own < 1e5, times = !naive && p->clock ? steps : 1;
  const int most = limited ? (int)own + 1 : (int)ceil((times > 1 ? 4 : 12) * sqrt(steps));
  const int width = 2 * most + 3;
  table t = {calloc((size_t)times * width, sizeof(row)), 0, 1 << 25, limited && p->flatten};
  t.zero += most + 1, t.leap = times > 1 ? width * (int)sizeof(row) : 0;
  if (limited) t.limit = (int)own;
  const double buys = p->scale * p->dt * (1 + p->flowBias);
  const double sells = p->scale * p->dt * (1 - p->flowBias);
  for (int n = 0; n < times; n++) {
    const double left = p->clock ? (steps - n) * p->dt : p->timeLeft;
    for (int q = -most; q <= most; q++) {
      row *r = t.zero + n * width + q;
      if (abs(q) > t.limit && !t.flattens) {
        const double cost = -p->crossingCost * (1 + (q > 0 ? -p->fee : p->fee));
        if (q > 0) *r = (row){INT32_MIN, 0, -p->fee, cost, 0};
        else *r = (row){0, INT32_MIN, -p->fee, 0, cost};
        continue;
      }
      const double half = as_half_spread(p, left), skew = as_skew(p, left);
      const double ask = naive ? p->halfSpread : fmax(p->minimumDepth, half - q * skew);
      const double bid = naive ? p->halfSpread : fmax(p->minimumDepth, half + q * skew);
      *r = (row){threshold(buys * exp(-p->decay * ask)), threshold(sells * exp(-p->decay * bid)),
                 p->rebate, ask * (1 + p->rebate), bid * (1 - p->rebate)};
    }
  }
  return t;
}

// --- a trader on one group's tape

typedef struct { ints buy, sell; reals low, high; } grid_time;
typedef struct { ints held; reals low, high; } position;

static inline void step(position *x, const table *t, const char *rows, const grid_time *at,
                        double fee) {
  const ints order = _mm_set1_epi32(sizeof(row));
#define ROW(i) (rows + _mm_extract_epi32(x->held, i))
  const char *r0 = ROW(0), *r1 = ROW(1), *r2 = ROW(2), *r3 = ROW(3);
#define LOAD(r) _mm_loadu_si128((const ints *)(r))
  const ints t0 = LOAD(r0), t1 = LOAD(r1), t2 = LOAD(r2), t3 = LOAD(r3);
  const ints near = _mm_unpacklo_epi32(t0, t1), far = _mm_unpacklo_epi32(t2, t3);
  const ints ask = _mm_srai_epi32(_mm_sub_epi32(at->buy, _mm_unpacklo_epi64(near, far)), 31);
  const ints bid = _mm_srai_epi32(_mm_sub_epi32(at->sell, _mm_unpackhi_epi64(near, far)), 31);
  x->held = _mm_add_epi32(x->held,
                          _mm_sub_epi32(_mm_and_si128(bid, order), _mm_and_si128(ask, order)));
#define REAL(x) _mm_castsi128_pd(x)
  const reals share01 = _mm_mul_pd(REAL(_mm_unpackhi_epi64(t0, t1)), at->low);
  const reals share23 = _mm_mul_pd(REAL(_mm_unpackhi_epi64(t2, t3)), at->high);
  const ints e0 = LOAD(r0 + 16), e1 = LOAD(r1 + 16), e2 = LOAD(r2 + 16), e3 = LOAD(r3 + 16);
#define EARNED(mask, e, f, unpack, share) \
  _mm_and_pd(REAL(_mm_cvtepi32_epi64(mask)), _mm_add_pd(REAL(unpack(e, f)), share))
  const ints ask_far = _mm_unpackhi_epi64(ask, ask), bid_far = _mm_unpackhi_epi64(bid, bid);
  reals low = _mm_add_pd(EARNED(ask, e0, e1, _mm_unpacklo_epi64, share01),
                         EARNED(bid, e0, e1, _mm_unpackhi_epi64, share01));
  reals high = _mm_add_pd(EARNED(ask_far, e2, e3, _mm_unpacklo_epi64, share23),
                          EARNED(bid_far, e2, e3, _mm_unpackhi_epi64, share23));
  if (t->flattens) {
    const ints size = _mm_abs_epi32(x->held);
    const ints over = _mm_cmpgt_epi32(size, _mm_set1_epi32(t->limit * (int)sizeof(row)));
    if (__builtin_expect(_mm_movemask_epi8(over), 0)) {
      const ints flat = _mm_and_si128(size, over);
      const reals cost = _mm_set1_pd(fee / sizeof(row));
      low = _mm_sub_pd(low, _mm_mul_pd(_mm_mul_pd(cost, at->low), _mm_cvtepi32_pd(flat)));
      high = _mm_sub_pd(high, _mm_mul_pd(_mm_mul_pd(cost, at->high),
                                         _mm_cvtepi32_pd(_mm_unpackhi_epi64(flat, flat))));
      x->held = _mm_andnot_si128(over, x->held);
    }
  }
  const reals unit = _mm_set1_pd(1.0 / sizeof(row));
  const reals held01 = _mm_mul_pd(_mm_cvtepi32_pd(x->held), unit);
  const reals held23 = _mm_mul_pd(_mm_cvtepi32_pd(_mm_unpackhi_epi64(x->held, x->held)), unit);
  low = _mm_add_pd(low, _mm_mul_pd(held01, _mm_sub_pd(at[1].low, at->low)));
  high = _mm_add_pd(high, _mm_mul_pd(held23, _mm_sub_pd(at[1].high, at->high)));
  x->low = _mm_add_pd(x->low, low), x->high = _mm_add_pd(x->high, high);
}

static void draw_tape(grid_time *tape, const parameters *p, int steps, uint64_t seed, long path) {
  streams flow = start(seed, 0, path), price = start(seed, 1, path);
  for (int n = 0; n < steps; n++) {
    tape[n].buy = _mm_srli_epi32(draw(&flow), 1);
    tape[n].sell = _mm_srli_epi32(draw(&flow), 1);
  }
  const double drift = p->geometric ? p->drift - p->volatility * p->volatility / 2 : p->drift;
  const reals shift = _mm_set1_pd(drift * p->dt), sd = _mm_set1_pd(p->volatility * sqrt(p->dt));
  reals low = _mm_set1_pd(p->initialPrice), high = low;
  tape[0].low = low, tape[0].high = high;
  for (int n = 1; n <= steps; n++) {
    reals a, b;
    normals(&price, &a, &b);
    a = _mm_add_pd(shift, _mm_mul_pd(sd, a)), b = _mm_add_pd(shift, _mm_mul_pd(sd, b));
    if (p->geometric) low = _mm_mul_pd(low, exponential(a)), high = _mm_mul_pd(high, exponential(b));
    else low = _mm_add_pd(low, a), high = _mm_add_pd(high, b);
    tape[n].low = low, tape[n].high = high;
  }
}

static void simulate(parameters p, uint64_t seed, long paths, int steps, double *profits[2],
                     double *inventories[2]) {
  const table tables[2] = {tabulate(&p, steps, 1), tabulate(&p, steps, 0)};
  grid_time *tapes[2];
  for (int g = 0; g < 2; g++) tapes[g] = aligned_alloc(16, (steps + 1) * sizeof(grid_time));
  for (long path = 0; path < paths; path += 8) {
    for (int g = 0; g < 2; g++) draw_tape(tapes[g], &p, steps, seed, path + 4 * g);
    for (int i = 0; i < 2; i++) {
      position x[2] = {{_mm_setzero_si128(), _mm_setzero_pd(), _mm_setzero_pd()},
                       {_mm_setzero_si128(), _mm_setzero_pd(), _mm_setzero_pd()}};
      const char *rows = (const char *)tables[i].zero;
      for (int n = 0; n < steps; n++, rows += tables[i].leap) {
        step(&x[0], &tables[i], rows, tapes[0] + n, p.fee);
        step(&x[1], &tables[i], rows, tapes[1] + n, p.fee);
      }
      for (int g = 0; g < 2; g++) {
        int32_t held[4];
        _mm_storeu_si128((ints *)held, x[g].held);
        _mm_storeu_pd(profits[i] + path + 4 * g, x[g].low);
        _mm_storeu_pd(profits[i] + path + 4 * g + 2, x[g].high);
        for (int k = 0; k < 4; k++)
          inventories[i][path + 4 * g + k] = held[k] / (int)sizeof(row);
      }
    }
  }
}

int main(int argc, char **argv) {
  build_ziggurat();
  return run_peer("c-simd", simulate, argc, argv);
}
