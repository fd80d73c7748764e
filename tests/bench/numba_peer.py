"""The model in Numba: the plain loop, compiled, drawing from NumPy's fastest generator."""

import time
from math import exp, sqrt

import numpy as np
from numba import njit

from workload import as_half_spread, as_skew, report, workload


@njit(inline="always")
def trade(cash, q, limit, flatten, mid, buy, sell, ask_chance, bid_chance, ask_depth, bid_depth,
          crossing_cost, rebate, fee):
    if q > limit:
        return cash + (mid - crossing_cost) * (1 - fee), q - 1
    if q < -limit:
        return cash - (mid + crossing_cost) * (1 + fee), q + 1
    if buy < ask_chance:
        cash += (mid + ask_depth) * (1 + rebate)
        q -= 1
    if sell < bid_chance:
        cash -= (mid - bid_depth) * (1 - rebate)
        q += 1
    if flatten and abs(q) > limit:
        return cash + q * mid - fee * abs(q) * mid, 0
    return cash, q


@njit(fastmath=True)
def simulate(rng, profits, inventories, steps, half_spread, skew, initial_price, geometric, drift,
             volatility, dt, scale, decay, bias, risk, spread_share, clock, limit, naive_limit, flatten,
             crossing_cost, minimum_depth, rebate, fee, naive_depth):
    noise = volatility * sqrt(dt)
    move = (drift - volatility * volatility / 2 if geometric else drift) * dt
    buys, sells = scale * dt * (1 + bias), scale * dt * (1 - bias)
    naive_chance = exp(-decay * naive_depth)
    order = 2 * half_spread - spread_share * skew
    for path in range(profits.shape[1]):
        mid = initial_price
        naive_cash = as_cash = 0.0
        naive_q = as_q = 0
        for n in range(steps):
            buy, sell = rng.random(), rng.random()
            if clock:
                skew = risk * (steps - n) * dt
                half_spread = (spread_share * skew + order) / 2
            naive_cash, naive_q = trade(naive_cash, naive_q, naive_limit, flatten, mid, buy, sell,
                                        buys * naive_chance, sells * naive_chance, naive_depth,
                                        naive_depth, crossing_cost, rebate, fee)
            ask_depth = max(minimum_depth, half_spread - as_q * skew)
            bid_depth = max(minimum_depth, half_spread + as_q * skew)
            as_cash, as_q = trade(as_cash, as_q, limit, flatten, mid, buy, sell,
                                  buys * exp(-decay * ask_depth), sells * exp(-decay * bid_depth),
                                  ask_depth, bid_depth, crossing_cost, rebate, fee)
            z = move + noise * rng.standard_normal()
            mid = mid * exp(z) if geometric else mid + z
        profits[0, path] = naive_cash + naive_q * mid
        profits[1, path] = as_cash + as_q * mid
        inventories[0, path] = naive_q
        inventories[1, path] = as_q


def run(paths, steps, seed, p):
    rng = np.random.Generator(np.random.SFC64(seed))
    profits, inventories = np.empty((2, paths)), np.empty((2, paths))
    simulate(rng, profits, inventories, steps, as_half_spread(p), as_skew(p), p.initialPrice,
             bool(p.geometric), p.drift, p.volatility, p.dt, p.scale, p.decay, p.flowBias,
             p.riskAversion * p.quotedVolatility**2, p.spreadShare, bool(p.clock), int(p.limit),
             int(p.naiveLimit), bool(p.flatten), p.crossingCost, float(p.minimumDepth), p.rebate,
             p.fee, p.halfSpread)
    return profits, inventories


if __name__ == "__main__":
    options, p = workload(paths=100_000)
    run(1, 1, 0, p)  # compiles
    start = time.process_time()
    profits, inventories = run(options.paths, options.steps, options.seed, p)
    seconds = time.process_time() - start
    report("numba", options, seconds, *zip(profits, inventories))
