"""Peer of coverage.bench.ts: the same questions answered with scipy. Reads arrays from a folder, then one word a line
from standard input; answers each with a line of JSON: seconds on the clock and of the processor, and a sum by which the two can be compared."""

import json
import sys
from time import perf_counter, process_time

import numpy as np
import scipy
from scipy.sparse import coo_matrix
from scipy.spatial import cKDTree

RADIUS = 6371008.8
folder = sys.argv[1]
cells = np.fromfile(f"{folder}/cells.f64").reshape(-1, 2)
providers = np.fromfile(f"{folder}/providers.f64").reshape(-1, 2)
people = np.fromfile(f"{folder}/people.f64")
members = np.fromfile(f"{folder}/members.u32", dtype=np.uint32)
starts = np.fromfile(f"{folder}/starts.u32", dtype=np.uint32)
limits = np.array([10_000.0, 20_000.0, 30_000.0])
weights = np.array([1.0, 0.68, 0.22])
groups = [members[a:b] for a, b in zip(starts[:-1], starts[1:])]


def unit(degrees):
    lng, lat = np.radians(degrees).T
    return np.column_stack([np.cos(lat) * np.cos(lng), np.cos(lat) * np.sin(lng), np.sin(lat)])


cell_points = unit(cells)
provider_points = unit(providers)
started = perf_counter()
cell_tree = cKDTree(cell_points)
prepared = perf_counter() - started


def nearest():
    total = 0.0
    for group in groups:
        chord, _ = cKDTree(provider_points[group]).query(cell_points)
        metres = 2 * RADIUS * np.arcsin(chord / 2)
        total += metres[0] + metres[-1]
    return total


def e2sfca():
    used, at = np.unique(members, return_inverse=True)
    chords = 2 * np.sin(limits / RADIUS / 2)
    pairs = cKDTree(provider_points[used]).sparse_distance_matrix(cell_tree, chords[-1], output_type="coo_matrix")
    weight = weights[np.searchsorted(chords, pairs.data)]
    table = coo_matrix((weight, (pairs.row, pairs.col)), shape=pairs.shape).tocsr()
    total = 0.0
    for a, b in zip(starts[:-1], starts[1:]):
        own = table[at[a:b]]
        demand = own @ people
        ratio = np.divide(1.0, demand, out=np.zeros_like(demand), where=demand > 0)
        total += (own.T @ ratio).sum()
    return total


print(json.dumps({"version": scipy.__version__, "prepared": prepared}), flush=True)
for line in sys.stdin:
    work = {"nearest": nearest, "e2sfca": e2sfca}[line.strip()]
    started, processor = perf_counter(), process_time()
    total = work()
    answer = {"seconds": perf_counter() - started, "processor": process_time() - processor, "total": total}
    print(json.dumps(answer), flush=True)
