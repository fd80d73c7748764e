// The model in plain C: xoshiro256++, normals by the ziggurat, exp in every step.
// cc -O3 -march=native -o peer peer.c -lm && ./peer --paths 100000 --steps 200 --seed 1

#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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
  double initialPrice, drift, volatility, dt, scale, decay, riskAversion, timeLeft, limit,
      crossingCost, minimumDepth, makerRebate, takerFee, halfSpread;
} parameters;

static void simulate(const parameters p, long paths, int steps, double *profits[2],
                     double *inventories[2]) {
  const double move = p.drift * p.dt, noise = p.volatility * sqrt(p.dt);
  const double rate = p.scale * p.dt, skew = p.riskAversion * p.volatility * p.volatility * p.timeLeft;
  const double half = (skew / 2 + 2 / p.riskAversion * log1p(p.riskAversion / p.decay)) / 2;
  const double earns = 1 + p.makerRebate, costs = 1 - p.makerRebate;
  const double naive_chance = rate * exp(-p.decay * p.halfSpread);
  const int limit = (int)floor(p.limit);
  for (long path = 0; path < paths; path++) {
    double mid = p.initialPrice, naive_cash = 0, as_cash = 0;
    int naive_q = 0, as_q = 0;
    for (int n = 0; n < steps; n++) {
      const double buy = uniform(), sell = uniform();
      if (buy < naive_chance) naive_cash += (mid + p.halfSpread) * earns, naive_q--;
      if (sell < naive_chance) naive_cash -= (mid - p.halfSpread) * costs, naive_q++;
      if (as_q > limit) {
        as_cash += (mid - p.crossingCost) * (1 - p.takerFee), as_q--;
      } else if (as_q < -limit) {
        as_cash -= (mid + p.crossingCost) * (1 + p.takerFee), as_q++;
      } else {
        const double ask = fmax(p.minimumDepth, half - as_q * skew);
        const double bid = fmax(p.minimumDepth, half + as_q * skew);
        if (buy < rate * exp(-p.decay * ask)) as_cash += (mid + ask) * earns, as_q--;
        if (sell < rate * exp(-p.decay * bid)) as_cash -= (mid - bid) * costs, as_q++;
      }
      mid += move + noise * normal();
    }
    profits[0][path] = naive_cash + naive_q * mid, inventories[0][path] = naive_q;
    profits[1][path] = as_cash + as_q * mid, inventories[1][path] = as_q;
  }
}

// --- the workload and the result line

static void moments(const double *x, long n, double *mean, double *sd) {
  double sum = 0, squares = 0;
  for (long i = 0; i < n; i++) sum += x[i];
  *mean = sum / n;
  for (long i = 0; i < n; i++) squares += (x[i] - *mean) * (x[i] - *mean);
  *sd = sqrt(squares / (n > 1 ? n - 1 : 1));
}

static void change(const char *json, const char *name, double *value) {
  char key[32];
  snprintf(key, sizeof key, "\"%s\"", name);
  const char *at = strstr(json, key);
  if (at) *value = strtod(strchr(at, ':') + 1, NULL);
}

int main(int argc, char **argv) {
  long paths = 100000;
  int steps = 200;
  uint64_t seed = 1;
  const char *json = "";
  for (int i = 1; i + 1 < argc; i += 2) {
    if (!strcmp(argv[i], "--paths")) paths = atol(argv[i + 1]);
    if (!strcmp(argv[i], "--steps")) steps = atoi(argv[i + 1]);
    if (!strcmp(argv[i], "--seed")) seed = strtoull(argv[i + 1], NULL, 10);
    if (!strcmp(argv[i], "--parameters")) json = argv[i + 1];
  }
  parameters p = {100, 0, 1.5, 1, 0.9, 1.5, 0.01, 1, 5, 0.05, 0, 0.0002, 0.0005, 0.65};
#define CHANGE(name) change(json, #name, &p.name)
  CHANGE(initialPrice), CHANGE(drift), CHANGE(volatility), CHANGE(dt), CHANGE(scale), CHANGE(decay),
      CHANGE(riskAversion), CHANGE(timeLeft), CHANGE(limit), CHANGE(crossingCost),
      CHANGE(minimumDepth), CHANGE(makerRebate), CHANGE(takerFee), CHANGE(halfSpread);

  double *columns = malloc(4 * paths * sizeof(double));
  double *profits[2] = {columns, columns + paths};
  double *inventories[2] = {columns + 2 * paths, columns + 3 * paths};
  build_ziggurat();
  seed_generator(seed);
  simulate(p, paths < 1000 ? paths : 1000, steps, profits, inventories);  // warms up

  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  simulate(p, paths, steps, profits, inventories);
  clock_gettime(CLOCK_MONOTONIC, &end);
  const double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9;

  printf("{\"peer\": \"c\", \"paths\": %ld, \"steps\": %d, \"seconds\": %.9g, \"strategies\": {",
         paths, steps, seconds);
  for (int i = 0; i < 2; i++) {
    double mean, sd, q, q_sd;
    moments(profits[i], paths, &mean, &sd);
    moments(inventories[i], paths, &q, &q_sd);
    printf("%s\"%s\": {\"mean\": %.17g, \"sd\": %.17g, \"finalInventorySd\": %.17g}", i ? ", " : "",
           i ? "as" : "naive", mean, sd, q_sd);
  }
  printf("}}\n");
  free(columns);
}
