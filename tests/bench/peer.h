// What the C peers share: parameters from the command line, the clock, and the one line they print.

#ifndef PEER_H
#define PEER_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  double initialPrice, drift, volatility, geometric, dt;
  double scale, decay, flowBias;
  double riskAversion, quotedVolatility, spreadShare, clock, timeLeft, halfSpread;
  double limit, naiveLimit, flatten, crossingCost, minimumDepth, rebate, fee;
} parameters;

// The scenario `readme`. See workload.py for what the names mean.
static const parameters README = {
    .initialPrice = 100, .volatility = 1.5, .dt = 1, .scale = 0.9, .decay = 1.5,
    .riskAversion = 0.01, .quotedVolatility = 1.5, .spreadShare = 0.5, .timeLeft = 1,
    .halfSpread = 0.65, .limit = 5, .naiveLimit = 1e6, .crossingCost = 0.05,
    .rebate = 0.0002, .fee = 0.0005};

static void change(const char *json, const char *name, double *value) {
  char key[32];
  snprintf(key, sizeof key, "\"%s\"", name);
  const char *at = strstr(json, key);
  if (at) *value = strtod(strchr(at, ':') + 1, NULL);
}

static void moments(const double *x, long n, double *mean, double *sd) {
  double sum = 0, squares = 0;
  for (long i = 0; i < n; i++) sum += x[i];
  *mean = sum / n;
  for (long i = 0; i < n; i++) squares += (x[i] - *mean) * (x[i] - *mean);
  *sd = sqrt(squares / (n > 1 ? n - 1 : 1));
}

// Half of AS's spread, and how far one unit of inventory moves its quotes, with so much time left.
static double as_skew(const parameters *p, double time_left) {
  return p->riskAversion * p->quotedVolatility * p->quotedVolatility * time_left;
}

static double as_half_spread(const parameters *p, double time_left) {
  const double order = 2 / p->riskAversion * log1p(p->riskAversion / p->decay);
  return (p->spreadShare * as_skew(p, time_left) + order) / 2;
}

typedef void simulation(parameters, uint64_t seed, long paths, int steps, double *profits[2],
                        double *inventories[2]);

// Runs a simulation as the command line says, timed after a warm-up, and prints what came of it.
static int run_peer(const char *name, simulation *simulate, int argc, char **argv) {
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
  parameters p = README;
#define CHANGE(name) change(json, #name, &p.name)
  CHANGE(initialPrice), CHANGE(drift), CHANGE(volatility), CHANGE(geometric), CHANGE(dt);
  CHANGE(scale), CHANGE(decay), CHANGE(flowBias), CHANGE(riskAversion), CHANGE(quotedVolatility);
  CHANGE(spreadShare), CHANGE(clock), CHANGE(timeLeft), CHANGE(halfSpread), CHANGE(limit);
  CHANGE(naiveLimit), CHANGE(flatten), CHANGE(crossingCost), CHANGE(minimumDepth);
  CHANGE(rebate), CHANGE(fee);

  // Room for a last group of eight.
  const long room = paths + 8;
  double *columns = malloc(4 * room * sizeof(double));
  double *profits[2] = {columns, columns + room};
  double *inventories[2] = {columns + 2 * room, columns + 3 * room};
  simulate(p, seed, paths < 1000 ? paths : 1000, steps, profits, inventories);  // warms up

  struct timespec start, end;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  simulate(p, seed, paths, steps, profits, inventories);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  const double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9;

  printf("{\"peer\": \"%s\", \"paths\": %ld, \"steps\": %d, \"seconds\": %.9g, \"strategies\": {",
         name, paths, steps, seconds);
  for (int i = 0; i < 2; i++) {
    double mean, sd, q, q_sd;
    moments(profits[i], paths, &mean, &sd);
    moments(inventories[i], paths, &q, &q_sd);
    printf("%s\"%s\": {\"mean\": %.17g, \"sd\": %.17g, \"finalInventorySd\": %.17g}", i ? ", " : "",
           i ? "as" : "naive", mean, sd, q_sd);
  }
  printf("}}\n");
  free(columns);
  return 0;
}

#endif
