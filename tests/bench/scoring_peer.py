#!/usr/bin/env python3
"""The peer of bench_scoring: numpy for SMAA, HiGHS for the best set of three.

Needs numpy and scipy 1.9 or later (Debian: python3-numpy python3-scipy libopenblas0-pthread). Reads the problems
that bench_scoring left in the folder given. The dense one is stopped after the seconds of CARTOSC_PEER_SECONDS (30).
"""
import os
import sys
import time

try:
    import numpy as np
    from scipy import sparse
    from scipy.optimize import Bounds, LinearConstraint, milp
except ImportError:
    print("Pair non mesuré : python3-numpy et python3-scipy ne sont pas installés.")
    sys.exit(0)


def smaa(actors=1347, criteria=40, samples=10000):
    random = np.random.default_rng(1)
    values = random.random((actors, criteria))
    start = time.perf_counter()
    weights = random.exponential(size=(samples, criteria))
    weights /= weights.sum(1, keepdims=True)
    counts = np.zeros(actors * actors, np.int64)
    base = np.arange(actors) * actors
    for first in range(0, samples, 1000):
        order = np.argsort(-(weights[first:first + 1000] @ values.T), axis=1)
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.arange(actors)[None, :], 1)
        counts += np.bincount((base[None, :] + ranks).ravel(), minlength=counts.size)
    return time.perf_counter() - start


def best_three(path, limit):
    """Facility location: x chooses three actors, y gives each cell to one of them."""
    data = np.loadtxt(path)
    demand, value = data[0], data[1:]
    actors = value.shape[0]
    offers, cells = np.nonzero(value)
    pairs = offers.size
    gain = np.concatenate([np.zeros(actors), demand[cells] * value[offers, cells]])
    row = np.arange(pairs)
    opened = sparse.csr_matrix((np.concatenate([np.ones(pairs), -np.ones(pairs)]),
                                (np.concatenate([row, row]), np.concatenate([actors + row, offers]))),
                               shape=(pairs, actors + pairs))
    once = sparse.csr_matrix((np.ones(pairs), (cells, actors + row)), shape=(demand.size, actors + pairs))
    three = sparse.csr_matrix(np.concatenate([np.ones(actors), np.zeros(pairs)])[None, :])
    integral = np.concatenate([np.ones(actors), np.zeros(pairs)])
    start = time.perf_counter()
    result = milp(-gain, integrality=integral, bounds=Bounds(0, 1), options={"time_limit": limit},
                  constraints=[LinearConstraint(opened, ub=0), LinearConstraint(once, ub=1),
                               LinearConstraint(three, ub=3)])
    return time.perf_counter() - start, result


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    limit = float(os.environ.get("CARTOSC_PEER_SECONDS", "30"))
    times = sorted(smaa() for _ in range(3))
    print(f"numpy : SMAA 10 000 x 1 347 x 40, table des rangs : {times[1] * 1000:.0f} ms (médiane de 3)")
    for name in ("realistic", "dense"):
        seconds, result = best_three(os.path.join(folder, f"best3_{name}.txt"), limit)
        state = "optimum" if result.status == 0 else "arrêté avant la preuve"
        print(f"HiGHS : meilleur trio, {name} : {seconds * 1000:.0f} ms ({state})", flush=True)


main()
