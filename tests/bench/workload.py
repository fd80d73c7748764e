"""What the Python peers share: the workload read from the command line, and the one line they print.

Every peer simulates the same model: in each step the strategies quote, a quote is filled when a
market order reaches it, then the mid-price moves. Both strategies meet the same draws.
"""

import argparse
import json
import math
from types import SimpleNamespace

# The scenario `readme`. Its horizon is steps x dt.
README = {
    "initialPrice": 100.0,
    "drift": 0.0,
    "volatility": 1.5,  # in currency, or a share of the price where that is geometric
    "geometric": 0,
    "dt": 1.0,
    "scale": 0.9,
    "decay": 1.5,
    "flowBias": 0.0,
    "riskAversion": 0.01,
    "quotedVolatility": 1.5,  # what AS believes, in its own unit of time
    "spreadShare": 0.5,  # of gamma sigma^2 tau in AS's spread: 0.5 in the README's, 1 in the paper's
    "clock": 0,  # whether AS reads the time left, or holds it at timeLeft
    "timeLeft": 1.0,
    "halfSpread": 0.65,
    "limit": 5,
    "naiveLimit": 1e6,
    "flatten": 0,  # beyond the limit: the whole position after the step's fills, or an order at its start
    "crossingCost": 0.05,
    "minimumDepth": 0.0,
    "rebate": 0.0002,
    "fee": 0.0005,
}


def workload(paths, steps=200):
    """The command line: --paths, --steps, --seed, and --parameters as a JSON of changed values."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--paths", type=int, default=paths)
    parser.add_argument("--steps", type=int, default=steps)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parameters", type=json.loads, default={})
    options = parser.parse_args()
    unknown = set(options.parameters) - set(README)
    if unknown:
        parser.error(f"unknown parameters: {', '.join(sorted(unknown))}")
    numbers = README | options.parameters
    return options, SimpleNamespace(**{name: float(value) for name, value in numbers.items()})


def as_half_spread(p):
    """Half of AS's spread: (share gamma sigma^2 tau + (2 / gamma) ln(1 + gamma / k)) / 2."""
    gamma = p.riskAversion
    return (p.spreadShare * as_skew(p) + 2 / gamma * math.log1p(gamma / p.decay)) / 2


def as_skew(p):
    """How far one unit of inventory moves the reservation price: gamma sigma^2 tau."""
    return p.riskAversion * p.quotedVolatility**2 * p.timeLeft


def report(peer, options, seconds, naive, avellaneda_stoikov):
    """Prints the result line; each strategy comes as (profits, final inventories)."""

    def moments(values):
        n = len(values)
        mean = math.fsum(values) / n
        return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in values) / max(1, n - 1))

    def summary(profits, inventories):
        mean, sd = moments(profits)
        return {"mean": mean, "sd": sd, "finalInventorySd": moments(inventories)[1]}

    print(json.dumps({
        "peer": peer,
        "paths": options.paths,
        "steps": options.steps,
        "seconds": seconds,
        "strategies": {"naive": summary(*naive), "as": summary(*avellaneda_stoikov)},
    }))
