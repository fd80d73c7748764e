// Made by `deno task exercises` from the chapters: change it there.
import type { Key } from "./key.ts";

/** What is right in each exercise of the course, and what helps. */
export const keys: Readonly<Record<string, Key>> = {
  "1.1": {
    "ask": "a number, σ in $/√step",
    "hints": [
      "At the end of the day the price is normal, with mean 100 and standard deviation σ√500.",
      "How many standard deviations below its mean must zero lie, so that only one day in a million ends there?",
      "About 4.75: normalQuantile(1e-6) gives it exactly. Solve for σ.",
    ],
    "value": 0.941,
    "within": 0.005,
  },
  "1.2": {
    "ask":
      "a number, by what factor the typical distance falls when there are four times as many steps",
    "hints": [
      'Write Euler\'s step beside geometricStep and give both the same z, from random("euler", path).',
      "The typical distance is the standard deviation of the difference of the two ends, over some 2000 paths.",
      "Compare 64 steps a year with 256.",
    ],
    "value": 2,
    "within": 0.2,
  },
  "1.3": {
    "ask":
      "a number, the estimate of σ from neighbouring prices (a tenth of a step apart), in $/√step",
    "hints": [
      "signaturePlot(prices, { dt: 0.1 }) gives the estimate for several times between prices.",
      "Every change carries two bounces, each with variance 0.65², whatever the time between.",
      "So the squared estimate is σ² + 2·0.65²/0.1.",
    ],
    "value": 3.27,
    "within": 0.15,
  },
  "1.4": {
    "ask": "a number, the probability that a path in continuous time touches zero",
    "hints": [
      "Every path that ends below zero has touched it. And of those that have touched it, how many end below?",
      "Half of them: reflect the path at its first touch.",
      "So it is twice the probability of ending below zero: areaBelow, at zero, measured in standard deviations.",
    ],
    "value": 0.00287,
    "within": 0.00002,
  },
  "2.1": {
    "ask": "a number, the best depth in $",
    "hints": [
      "The gain of a step is depth times fill probability: firstOrder(depth, 0.02).",
      "Where is the fill probability capped at one, and what does a little more depth cost there?",
      "The edge of the cap is at ln(A dt)/k. Compare it with 1/k.",
    ],
    "value": 0.6864,
    "within": 0.002,
  },
  "2.2": {
    "ask": "a number, the power of δ with which the share of orders beyond δ falls",
    "hints": [
      "P(Q^β > δ) is P(Q > …): put the power on the other side.",
      "P(Q > x) = x^−α for x ≥ 1.",
      "The power is α/β.",
    ],
    "value": 3,
    "within": 0.15,
  },
  "2.3": {
    "ask":
      "a number, the probability that the farthest of a step's orders reaches beyond 74.5 cents",
    "hints": [
      "Orders that pass x are Poisson too: each of the A dt orders does so with probability exp(−kx).",
      "The farthest stays below x when none of them passes it.",
      "So the probability is 1 − exp(−A dt exp(−kx)), at x = 0.745.",
    ],
    "value": 0.2046,
    "within": 0.012,
  },
  "2.4": {
    "ask": "a number, k in 1/$ from the tape's buy reaches beyond zero",
    "hints": [
      "Beyond a threshold the excess is exponential with mean 1/k.",
      "Write down the log-likelihood of excesses y₁ … y_m and set its derivative to zero.",
      "One over the mean of the reaches that are above zero.",
    ],
    "value": 1.5069,
    "within": 0.0005,
  },
  "3.1": {
    "ask": "two numbers in a list, by what factor the mean and the deviation are multiplied",
    "hints": [
      'scenario("readme", { … }) takes horizon and steps.',
      'Halve both, so that dt stays 1, and ask exactMoments for "naive".',
    ],
    "value": [0.5, 0.5],
    "within": 0.002,
  },
  "3.2": {
    "ask": "two numbers in a list, mean and standard deviation of a day's profit, exact, in $",
    "hints": [
      "A depth of Infinity means no quote on that side.",
      "Above three units quote no bid, below minus three no ask; otherwise 0.65 on both sides.",
      "exactMoments(readme, { strategy, execution }) needs no simulation; the execution is Naive's own.",
    ],
    "value": [209.868, 81.585],
    "within": 0.01,
  },
  "3.3": {
    "ask": "a number, the half-spread in $ at which the deviation is largest",
    "hints": [
      "The inventory moves in a step with probability 2p(1 − p). For which p is that largest?",
      "p = A dt exp(−kδ) = ½: solve for δ.",
    ],
    "value": 0.3919,
    "within": 0.0005,
  },
  "4.1": {
    "ask": "a number, both depths in $, to four digits",
    "hints": ["The skew is proportional to γ.", "What does (1/γ) ln(1 + γ/k) tend to?"],
    "value": 0.66667,
    "within": 0.00005,
  },
  "4.2": {
    "ask": "a number, the best depth in $ at γ = 0.1, α = 2 and m = 0.5",
    "hints": [
      "λ/λ′ = −δ/α.",
      "The condition is m = δ − (1/γ) ln(1 + γδ/α): its right side grows with δ.",
      "Halve an interval that holds the root, [0.5, 5], sixty times.",
    ],
    "value": 0.9769,
    "within": 0.0005,
  },
  "4.3": {
    "ask":
      "a number, the frozen trader's reservation price at S = 100 with two units, half a day left, μ = 0.7, γ = 0.1 and σ = 2",
    "hints": [
      "The final wealth has mean x + q(s + μτ), and the same variance as before.",
      "r = s + μτ − qγσ²τ.",
    ],
    "value": 99.95,
    "within": 0.0005,
  },
  "4.4": {
    "ask":
      "a number, how far the quotes' centre lies from the mid in $: S = 100, σ = 0.02 a √day, a day left, two units long, γ = 0.1",
    "hints": [
      "Put the variance of a geometric price where σ²τ stood.",
      "The centre is −qγS²(exp(σ²τ) − 1) from the mid; Math.expm1 keeps its digits.",
    ],
    "value": -0.80016,
    "within": 0.00005,
  },
  "5.1": {
    "ask": "a number, the smallest floor in hundredths of a day that keeps it below two units",
    "hints": [
      "exactly({ floor }).finalInventory.sd is the deviation at the end of the day.",
      "It falls as the floor rises: try 0.15, then 0.2, then what lies between.",
    ],
    "value": 0.16,
    "within": 0.001,
  },
  "5.2": {
    "ask": "a number, the mean profit in $ of a day with the floor's skew and the clock's spread",
    "hints": [
      "A strategy is a function: ask both for their depths, then put new ones together.",
      "Half the spread is (bidDepth + askDepth)/2, of the clock; the skew is centre(…), of the floor.",
      "The bid stands at half − skew, the ask at half + skew. exactMoments gives the mean.",
    ],
    "value": 64.6976,
    "within": 0.0008,
  },
  "5.3": {
    "ask": "a number, the constant τ in days with the same skew at q_max = 10",
    "hints": [
      "Expand the logarithm of both indifference prices for large (q_max + 1)² − q².",
      "The centre is about −2q/(γ(q_max + 1)²).",
      "Set it equal to −qγσ²τ.",
    ],
    "value": 0.41322,
    "within": 0.0002,
  },
  "6.1": {
    "ask":
      "three numbers in a list, at a limit of 2: mean and deviation of profit in $, taker trades a day",
    "hints": [
      'scenario("readme", { limit: 2 }) is the tightened market.',
      'exactMoments(…, "as") has mean and sd, and taker trades under expected.',
    ],
    "value": [208.707, 52.15, 33.171],
    "within": 0.005,
  },
  "6.2": {
    "ask":
      "two numbers in a list, the deviation of profit in $ with the limit alone and with the skew alone",
    "hints": [
      "A trader is a strategy and an execution: Naive's strategy can have AS's execution.",
      'AS without a limit is the scenario with limit Infinity and breach "none".',
    ],
    "value": [110.002, 104.077],
    "within": 0.005,
  },
  "6.3": {
    "ask": "a number, the best half-spread in $ when a fill earns a rebate of two cents",
    "hints": ["A fill is worth δ + ρ, with the rebate ρ.", "Maximise (δ + ρ) exp(−kδ)."],
    "value": 0.64667,
    "within": 0.0005,
  },
  "7.1": {
    "ask": "a number, the share at which AS earns nothing",
    "hints": [
      "What does one informed fill cost on average? adverse(ι, 1) is it, for a share ι.",
      "Loss by the informed: ι σ √(2/π) for each fill. Gain: the spread of a fill.",
      "Set them equal, and solve for ι.",
    ],
    "value": 0.554,
    "within": 0.01,
  },
  "7.2": {
    "ask": "a number, the charging AS's mean profit of a day in $, as far as a simulation shows it",
    "hints": [
      "Wrap the strategy: a new quote function that asks the old one and adds c to both depths.",
      "c = adverse(0.3, 1).",
      "inMarket(knowing(0.3, 1), { charging: unbound(charging) }) simulates it.",
    ],
    "value": 133,
    "within": 20,
  },
  "7.3": {
    "ask": "two numbers in a list, ι and h, of the market with slow secrets in section 4",
    "hints": [
      "The markout falls in a line until the secret is out. After how many steps does it stop falling?",
      "From there on it is −c, with c = ι σ √(2h/π).",
    ],
    "value": [0.3, 10],
    "within": 0.01,
  },
  "8.1": {
    "ask": "a number, what it costs to be flat for certain, in $ a day",
    "hints": [
      "terminalPenalty is a function of the units left: zero for none, Infinity for any.",
      "Compare with optimalValue({ ...beliefs, horizon: 1 }).",
    ],
    "value": 1.4615,
    "within": 0.005,
  },
  "8.2": {
    "ask":
      "two numbers in a list, by the oscillator: what another day is worth in $, and the rate in 1/day at which quotes forget the end",
    "hints": [
      "Far from the end v grows like exp(g₀τ), and a value is ln(v)/k.",
      "The start is even in q, so the next solution in it is j = 2.",
      "It dies out at the rate g₀ − g₂ = 4√(αη).",
    ],
    "value": [63.889, 15.469],
    "within": 0.01,
  },
  "8.3": {
    "ask":
      "a number, Cartea–Jaimungal's bid depth in $ at φ = ½γσ², 0.3 of a day before the end and seven units long",
    "hints": [
      "carteaJaimungal({ ...beliefs, runningPenalty }) is the solver.",
      "φ = ½γσ² = 0.2 at the paper's γ and σ; quoteAt(strategy, timeLeft, inventory) asks for a quote.",
    ],
    "value": 1.04157,
    "within": 0.0002,
  },
  "9.1": {
    "ask": "a whole number of terms, the constant counted",
    "hints": [
      "density(65, terms) against laws.as.density(65), relative.",
      "Somewhere between ten and twenty.",
    ],
    "value": 14,
  },
  "9.2": {
    "ask":
      "three numbers in a list, the limited trader's deviation in $, kurtosis, and certainty equivalent in $",
    "hints": [
      'execution({ limit: 10, breach: "flatten" }), with traders.naive.strategy.',
      "policyTable, then lawOf and lawShape for the first two; certaintyEquivalent for the third.",
    ],
    "value": [10.287, 3.365, 62.804],
    "within": 0.01,
  },
  "9.3": {
    "ask": "a number, the kurtosis",
    "hints": [
      "Given the inventory's path the profit is normal, with variance V = ∫W² dt: the kurtosis is 3 E[V²]/E[V]².",
      "E[V] = ½.",
      "For s < t: E[W_s² W_t²] = st + 2s². Integrate twice.",
    ],
    "value": 7,
    "within": 0.02,
  },
  "9.4": {
    "ask": "a number, AS's mean profit in $, from one call of the loop",
    "hints": [
      "Expand exp(iuY) to first order: which part holds E[Y]?",
      "Im φ(u)/u at a small u, such as 1e-5: total(…, 1) is the imaginary part.",
    ],
    "value": 64.8925,
    "within": 0.0005,
  },
  "10.1": {
    "ask": "a number of days, with the rise of the deviation that the model gives",
    "hints": [
      "The standard error of a deviation is sd·√((κ − 1)/(4n)), with κ the kurtosis.",
      "Part of the deviation is the luck of fills: work out with exactMoments how much it rises at σ = 2.06.",
      "Set the rise equal to three standard errors, and solve for n.",
    ],
    "value": 20690,
    "within": 300,
  },
  "10.2": {
    "ask": "a number, the best half-spread in $",
    "hints": [
      "Without drift and fees the mean profit is the expected spread.",
      "Maximise δ exp(−kδ), at the paper's k = 1.5.",
    ],
    "value": 0.6667,
    "within": 0.005,
  },
  "10.3": {
    "ask": "a number, the share by which exact fills are fewer at λ dt = 0.229",
    "hints": [
      "A step fills with probability λ dt under one rule, 1 − exp(−λ dt) under the other.",
      "What is missing, as a share of λ dt? Math.expm1 keeps the digits.",
    ],
    "value": 0.1062,
    "within": 0.0003,
  },
  "11.1": {
    "ask": "a number, k in 1/$ with steps of five seconds",
    "hints": [
      "marketCsv(drawn) writes the market as files, readMarket reads them, replay(…, { dt: 5 }) makes the tape.",
      "fitIntensity(stepReaches(tape)).decay.value",
    ],
    "value": 2.176,
    "within": 0.02,
  },
  "11.2": {
    "ask":
      "a number, the standard deviation of the weighted estimate over the 300 recordings, in 1/$",
    "hints": [
      "A weighted least-squares line through ln(intensity) against depth; the weights are the orders beyond.",
      "Its slope is −k. Leave out depths that no order reached.",
    ],
    "value": 0.2923,
    "within": 0.002,
  },
  "11.3": {
    "ask": "a number of seconds",
    "hints": [
      "1/√m = 0.05: how large is m?",
      "How many steps of a second reach beyond the mid, on both sides together? A side has 1 − exp(−A) of them.",
    ],
    "value": 1103.3,
    "within": 1,
  },
  "12.1": {
    "ask":
      "two numbers in a list, how far the exact optimum (gueantLehalle with maxInventory 20) leans in $ at the start of the day, five units long, told A = 0.9 and told A = 0.09",
    "hints": [
      "Look at the formula of Avellaneda–Stoikov's depths: where is A? Then ask the exact optimum.",
      "Its lean is (bidDepth − askDepth)/2; its beliefs are γ 0.01, σ 1.5, k 1.5.",
    ],
    "value": [0.7435, 1.8743],
    "within": 0.0005,
  },
  "12.2": {
    "ask":
      "two numbers in a list, mean and deviation of a day's profit in $ at a tick of fifty cents, rounded to the nearest",
    "hints": [
      "ticked(tick, round) takes the rule of rounding.",
      "exactly(ticked(0.5, Math.round))",
    ],
    "value": [217.733, 89.949],
    "within": 0.005,
  },
  "12.3": {
    "ask":
      "a number, the mean move of the price in $ given that the ask is filled, at σ = 1.5 and a half-spread of 67 cents",
    "hints": [
      "Fills select moves: the weight of a move dS is its density times min(1, λ(0.67 − dS)).",
      "Take a fine grid of moves from −6 to 6, and the weighted mean.",
    ],
    "value": 1.1633,
    "within": 0.005,
  },
  "14.1": {
    "ask": "a number, the mean inventory at noon, in units",
    "hints": [
      'scenario("paper", { drift: -1 }) is the market; gueantLehalle({ ...beliefs, drift: -1 }) knows it.',
      "exactMoments(market, trader, { maxLots: 60 }).inventory.mean holds a number for each of 201 times; noon is number 100.",
    ],
    "value": -2.46,
    "within": 0.01,
  },
  "14.2": {
    "ask": "a number, the best constant in $, to a cent",
    "hints": [
      "Wrap glft: ask it for its depths and add the constant to both.",
      "certaintyEquivalent(crowded, onTerms(strategy), { riskAversion: gamma, maxLots: 20 }).value is its worth.",
      "Try every cent from 5 to 9.",
    ],
    "value": 0.07,
    "within": 0.0101,
  },
  "14.3": {
    "ask": "a number, the best depth in $ at A dt = 0.7 and k = 1.5, to a tenth of a cent",
    "hints": [
      "The mean gain of a side is δ(1 − e^(−x)); differentiate, with dx/dδ = −kx.",
      "Bisect kδ − (e^x − 1)/x between 0.5 and 1: it rises with δ.",
    ],
    "value": 0.74867,
    "within": 0.001,
  },
};
