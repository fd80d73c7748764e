"""The model in Numba: the plain loop, compiled, drawing from NumPy's fastest generator."""

import time
from math import exp, sqrt

import numpy as np
from numba import njit

from workload import as_half_spread, as_skew, report, workload


@njit(fastmath=True)
def simulate(rng, profits, inventories, steps, half_spread, skew, initial_price, drift, volatility,
             dt, scale, decay, limit, crossing_cost, minimum_depth, rebate, fee, naive_depth):
    move, noise = drift * dt, volatility * sqrt(dt)
    naive_chance = scale * dt * exp(-decay * naive_depth)
    for path in range(profits.shape[1]):
        mid = initial_price
        naive_cash = as_cash = 0.0
        naive_q = as_q = 0
        for _ in range(steps):
            buy, sell = rng.random(), rng.random()
            if buy < naive_chance:
                naive_cash += (mid + naive_depth) * (1 + rebate)
                naive_q -= 1
            if sell < naive_chance:
                naive_cash -= (mid - naive_depth) * (1 - rebate)
                naive_q += 1
            if as_q > limit:
                as_cash += (mid - crossing_cost) * (1 - fee)
                as_q -= 1
            elif as_q < -limit:
                as_cash -= (mid + crossing_cost) * (1 + fee)
                as_q += 1
            else:
                ask_depth = max(minimum_depth, half_spread - as_q * skew)
                bid_depth = max(minimum_depth, half_spread + as_q * skew)
                if buy < scale * dt * exp(-decay * ask_depth):
                    as_cash += (mid + ask_depth) * (1 + rebate)
                    as_q -= 1
                if sell < scale * dt * exp(-decay * bid_depth):
                    as_cash -= (mid - bid_depth) * (1 - rebate)
                    as_q += 1
            mid += move + noise * rng.standard_normal()
        profits[0, path] = naive_cash + naive_q * mid
        profits[1, path] = as_cash + as_q * mid
        inventories[0, path] = naive_q
        inventories[1, path] = as_q


def run(paths, steps, seed, p):
    rng = np.random.Generator(np.random.SFC64(seed))
    profits, inventories = np.empty((2, paths)), np.empty((2, paths))
    simulate(rng, profits, inventories, steps, as_half_spread(p), as_skew(p), p.initialPrice,
             p.drift, p.volatility, p.dt, p.scale, p.decay, p.limit, p.crossingCost,
             p.minimumDepth, p.makerRebate, p.takerFee, p.halfSpread)
    return profits, inventories


if __name__ == "__main__":
    options, p = workload(paths=100_000)
    run(1, 1, 0, p)  # compiles
    start = time.perf_counter()
    profits, inventories = run(options.paths, options.steps, options.seed, p)
    seconds = time.perf_counter() - start
    report("numba", options, seconds, *zip(profits, inventories))
