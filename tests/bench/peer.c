// The model in plain C: xoshiro256++, normals by the ziggurat, exp in every step.
// cc -O3 -march=native -o peer peer.c -lm && ./peer --paths 100000 --steps 200 --seed 1

#define _POSIX_C_SOURCE 199309L
#include "peer.h"

// --- xoshiro256++ 1.0 (Blackman and Vigna), seeded by splitmix64

static uint64_t s[4];

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(void) {
  const uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotl(s[3], 45);
  return result;
}

static void seed_generator(uint64_t x) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (x += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    s[i] = z ^ (z >> 31);
  }
}

static inline double uniform(void) { return (double)(next() >> 11) * 0x1p-53; }

// --- normals by the ziggurat (Marsaglia and Tsang 2000; layers of equal area, Doornik 2005)

enum { LAYERS = 256 };
static const double R = 3.6541528853610088, V = 0.00492867323399;
static double edge[LAYERS + 1], height[LAYERS + 1];

static void build_ziggurat(void) {
  edge[0] = V / exp(-R * R / 2);
  edge[1] = R;
  for (int i = 2; i < LAYERS; i++)
    edge[i] = sqrt(-2 * log(V / edge[i - 1] + exp(-edge[i - 1] * edge[i - 1] / 2)));
  edge[LAYERS] = 0;
  for (int i = 0; i <= LAYERS; i++) height[i] = exp(-edge[i] * edge[i] / 2);
}

static inline double normal(void) {
  for (;;) {
    const uint64_t bits = next();
    const int layer = bits & (LAYERS - 1);
    const double x = (double)((int64_t)bits >> 11) * 0x1p-52 * edge[layer];
    if (fabs(x) < edge[layer + 1]) return x;
    if (layer == 0) {
      double tail, y;
      do {
        tail = -log(1 - uniform()) / R;
        y = -log(1 - uniform());
      } while (2 * y < tail * tail);
      return x > 0 ? R + tail : -R - tail;
    }
    if (height[layer] + uniform() * (height[layer + 1] - height[layer]) < exp(-x * x / 2)) return x;
  }
}

// --- the model

typedef struct {
  double cash;
  int q;
} book;

// One step of a trader: chances and depths are looked at where no order is forced.
static inline void trade(book *b, const parameters *p, int limit, double mid, double buy,
                         double sell, double ask_chance, double bid_chance, double ask, double bid) {
  const double earns = 1 + p->rebate, costs = 1 - p->rebate;
  if (b->q > limit) {
    b->cash += (mid - p->crossingCost) * (1 - p->fee), b->q--;
    return;
  }
  if (b->q < -limit) {
    b->cash -= (mid + p->crossingCost) * (1 + p->fee), b->q++;
    return;
  }
  if (buy < ask_chance) b->cash += (mid + ask) * earns, b->q--;
  if (sell < bid_chance) b->cash -= (mid - bid) * costs, b->q++;
  if (p->flatten && abs(b->q) > limit) {
    b->cash += b->q * mid - p->fee * abs(b->q) * mid;
    b->q = 0;
  }
}

static void simulate(parameters p, uint64_t seed, long paths, int steps, double *profits[2],
                     double *inventories[2]) {
  const double sd = p.volatility * sqrt(p.dt);
  const double move = (p.geometric ? p.drift - p.volatility * p.volatility / 2 : p.drift) * p.dt;
  const double buys = p.scale * p.dt * (1 + p.flowBias), sells = p.scale * p.dt * (1 - p.flowBias);
  const double naive_chance = exp(-p.decay * p.halfSpread);
  const double naive_ask = buys * naive_chance, naive_bid = sells * naive_chance;
  const int limit = (int)floor(p.limit), naive_limit = (int)floor(p.naiveLimit);
  seed_generator(seed);
  for (long path = 0; path < paths; path++) {
    double mid = p.initialPrice, skew = as_skew(&p, p.timeLeft), half = as_half_spread(&p, p.timeLeft);
    const double order = 2 * half - p.spreadShare * skew;
    book naive = {0, 0}, as = {0, 0};
    for (int n = 0; n < steps; n++) {
      const double buy = uniform(), sell = uniform();
      if (p.clock) {
        skew = as_skew(&p, (steps - n) * p.dt);
        half = (p.spreadShare * skew + order) / 2;
      }
      trade(&naive, &p, naive_limit, mid, buy, sell, naive_ask, naive_bid, p.halfSpread, p.halfSpread);
      const double ask = fmax(p.minimumDepth, half - as.q * skew);
      const double bid = fmax(p.minimumDepth, half + as.q * skew);
      trade(&as, &p, limit, mid, buy, sell, buys * exp(-p.decay * ask), sells * exp(-p.decay * bid),
            ask, bid);
      const double z = move + sd * normal();
      if (p.geometric) mid *= exp(z);
      else mid += z;
    }
    profits[0][path] = naive.cash + naive.q * mid, inventories[0][path] = naive.q;
    profits[1][path] = as.cash + as.q * mid, inventories[1][path] = as.q;
  }
}

int main(int argc, char **argv) {
  build_ziggurat();
  return run_peer("c", simulate, argc, argv);
}
