"""The model in NumPy: all paths of a block move together, step by step."""

import time

import numpy as np

from workload import as_half_spread, as_skew, report, workload

BLOCK = 2_000  # paths whose state stays in the cache


def simulate(paths, steps, seed, p):
    rng = np.random.Generator(np.random.SFC64(seed))
    profits, inventories = np.empty((2, paths)), np.empty((2, paths))
    for start in range(0, paths, BLOCK):
        block = slice(start, min(start + BLOCK, paths))
        profits[:, block], inventories[:, block] = simulate_block(block.stop - start, steps, rng, p)
    return profits, inventories


def simulate_block(paths, steps, rng, p):
    rebate, fee, limit = p.rebate, p.fee, p.limit
    move, noise = p.drift * p.dt, p.volatility * np.sqrt(p.dt)
    half_spread, skew = as_half_spread(p), as_skew(p)
    naive_chance = p.scale * p.dt * np.exp(-p.decay * p.halfSpread)
    mid = np.full(paths, p.initialPrice)
    cash, q = np.zeros((2, paths)), np.zeros((2, paths))
    naive_cash, as_cash = cash
    naive_q, as_q = q
    for _ in range(steps):
        buy, sell = rng.random((2, paths))

        ask_fill, bid_fill = buy < naive_chance, sell < naive_chance
        naive_cash += ask_fill * ((mid + p.halfSpread) * (1 + rebate))
        naive_cash -= bid_fill * ((mid - p.halfSpread) * (1 - rebate))
        naive_q += bid_fill
        naive_q -= ask_fill

        crossing_sell, crossing_buy = as_q > limit, as_q < -limit
        quoting = ~(crossing_sell | crossing_buy)
        ask_depth = np.maximum(p.minimumDepth, half_spread - skew * as_q)
        bid_depth = np.maximum(p.minimumDepth, half_spread + skew * as_q)
        ask_fill = quoting & (buy < p.scale * p.dt * np.exp(-p.decay * ask_depth))
        bid_fill = quoting & (sell < p.scale * p.dt * np.exp(-p.decay * bid_depth))
        as_cash += ask_fill * ((mid + ask_depth) * (1 + rebate))
        as_cash -= bid_fill * ((mid - bid_depth) * (1 - rebate))
        if not quoting.all():
            as_cash += crossing_sell * ((mid - p.crossingCost) * (1 - fee))
            as_cash -= crossing_buy * ((mid + p.crossingCost) * (1 + fee))
            bid_fill |= crossing_buy
            ask_fill |= crossing_sell
        as_q += bid_fill
        as_q -= ask_fill

        mid += move + noise * rng.standard_normal(paths)
    return cash + q * mid, q


if __name__ == "__main__":
    options, p = workload(paths=50_000)
    simulate(BLOCK, 10, 0, p)
    start = time.process_time()
    profits, inventories = simulate(options.paths, options.steps, options.seed, p)
    seconds = time.process_time() - start
    report("numpy", options, seconds, *zip(profits, inventories))
