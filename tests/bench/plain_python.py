"""The model in plain Python, one path at a time."""

import random
import time
from math import exp, sqrt

from workload import as_half_spread, as_skew, report, workload


def simulate(paths, steps, seed, p):
    rng = random.Random(seed)
    uniform, normal = rng.random, rng.gauss
    scale, decay, dt = p.scale, p.decay, p.dt
    move, noise = p.drift * dt, p.volatility * sqrt(dt)
    rebate, fee, limit = p.rebate, p.fee, p.limit
    half_spread, skew = as_half_spread(p), as_skew(p)
    naive_chance = scale * dt * exp(-decay * p.halfSpread)
    naive, avellaneda_stoikov = ([], []), ([], [])
    for _ in range(paths):
        mid = p.initialPrice
        naive_cash = as_cash = 0.0
        naive_q = as_q = 0
        for _ in range(steps):
            buy, sell = uniform(), uniform()
            if buy < naive_chance:
                naive_cash += (mid + p.halfSpread) * (1 + rebate)
                naive_q -= 1
            if sell < naive_chance:
                naive_cash -= (mid - p.halfSpread) * (1 - rebate)
                naive_q += 1
            if as_q > limit:
                as_cash += (mid - p.crossingCost) * (1 - fee)
                as_q -= 1
            elif as_q < -limit:
                as_cash -= (mid + p.crossingCost) * (1 + fee)
                as_q += 1
            else:
                ask_depth = max(p.minimumDepth, half_spread - as_q * skew)
                bid_depth = max(p.minimumDepth, half_spread + as_q * skew)
                if buy < scale * dt * exp(-decay * ask_depth):
                    as_cash += (mid + ask_depth) * (1 + rebate)
                    as_q -= 1
                if sell < scale * dt * exp(-decay * bid_depth):
                    as_cash -= (mid - bid_depth) * (1 - rebate)
                    as_q += 1
            mid += move + noise * normal(0.0, 1.0)
        naive[0].append(naive_cash + naive_q * mid)
        naive[1].append(naive_q)
        avellaneda_stoikov[0].append(as_cash + as_q * mid)
        avellaneda_stoikov[1].append(as_q)
    return naive, avellaneda_stoikov


if __name__ == "__main__":
    options, p = workload(paths=2_000)
    start = time.process_time()
    naive, avellaneda_stoikov = simulate(options.paths, options.steps, options.seed, p)
    report("python", options, time.process_time() - start, naive, avellaneda_stoikov)
