#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits the weights of match_feature.cpp on the bench of truth, and prints how confidence and error go together.

usage: fit_weights.py HOLD_ROWS [FILE.tsv...]      default: tests/data/figures/*.tsv
The weights are those that make the readings of the rows most likely, held near those in the source: few rows speak of a
rare feature, and what was known of it before counts as much as ten rows. Weights that would move by less than 0.05 are
not named. The table is kept by hand: take over what leaves every row of tests/data right.
"""
import collections
import math
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRIOR_ROWS = 10.0
STEPS = 400


def known_weights():
    source = (ROOT / "lib/numbers/match_feature.cpp").read_text(encoding="utf-8")
    bias = float(re.search(r"kBias = ([-\d.]+)", source)[1])
    weights = {name: float(w) for name, w in re.findall(r'\{Feature::\w+, "(\w+)", ([-\d.]+),', source)}
    return bias, weights


def readings_of(program, files):
    out = subprocess.run([program, "--readings", *files], capture_output=True, text=True, check=True).stdout
    rows = []
    for line in out.splitlines():
        _, right, features, kind = line.split("\t")
        rows.append((int(right), features.split(), kind))
    return rows


def confidence(bias, weights, features):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, bias + sum(weights[f] for f in features)))))


def fit(rows, bias, prior):
    weights = dict(prior)
    counts = collections.Counter(f for _, features, _ in rows for f in features)
    for _ in range(STEPS):
        slope = {f: (prior[f] - weights[f]) * PRIOR_ROWS / 10 for f in counts}
        for right, features, _ in rows:
            error = right - confidence(bias, weights, features)
            for f in features:
                slope[f] += error
        for f, value in slope.items():
            weights[f] += value / (PRIOR_ROWS / 10 + counts[f])
    return weights


def print_reliability(rows, bias, weights):
    print("confidence   readings   right")
    bins = [0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]
    for low, high in zip(bins, bins[1:]):
        inside = [right for right, features, _ in rows if low <= confidence(bias, weights, features) < high]
        if inside:
            print(f"{low:4.2f} - {min(high, 1):4.2f}   {len(inside):8}   {sum(inside) / len(inside):.3f}")


def main():
    files = sys.argv[2:] or sorted(map(str, (ROOT / "tests/data/figures").glob("*.tsv")))
    bias, prior = known_weights()
    rows = readings_of(sys.argv[1], files)
    print(f"{len(rows)} readings, {sum(r for r, _, _ in rows)} of them right; with the weights in the source:")
    print_reliability(rows, bias, prior)
    fitted = fit(rows, bias, prior)
    print("fitted:")
    print_reliability(rows, bias, fitted)
    for name, weight in fitted.items():
        if abs(weight - prior[name]) >= 0.05:
            print(f"{name:20} {prior[name]:6.2f} -> {weight:6.2f}")


main()
