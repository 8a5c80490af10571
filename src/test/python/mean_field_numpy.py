"""Stochastic gradient flow and its mean-field limit in NumPy on one thread: median seconds of a dense run, a lazy run and a causal solve.

    OPENBLAS_NUM_THREADS=1 python3 src/test/python/mean_field_numpy.py [repetitions]

Logistic loss, delta = 2, tau = 1, dt = 0.1, K = 40, from 0 to a signal of variance 1. The runs draw everything they need, in single precision,
by the very recurrences of DenseDesign and LazyDesign, and yield C, Q and the training loss; the solve is in NumPy's own precision, and in single precision cast by cast. The same in Java:

    mvn -Pbench -DskipTests verify -Djmh.args="FlowBenchmark|SolveBenchmark"
"""

import statistics
import sys
import time

import numpy as np

DELTA, TAU, DT, STEPS = 2.0, 1.0, 0.1, 40
RATE = np.float32(DT / DELTA)
SAMPLING_DEVIATION = np.float32(np.sqrt(TAU * DELTA / DT))


def gaussian(rng, *shape):
    return rng.standard_normal(shape, dtype=np.float32)


def weighted_slopes(rng, outputs, labels):
    weight = 1 + SAMPLING_DEVIATION * gaussian(rng, len(outputs))
    return -weight * labels / (1 + np.exp(labels * outputs))


def observables(weights, signal, outputs, labels):
    """C = |theta|^2/d, Q = theta.theta*/d and the training loss."""
    d = len(weights)
    return weights @ weights / d, weights @ signal / d, np.log1p(np.exp(-labels * outputs)).mean()


def dense_run(rng, d=1024):
    n = int(DELTA * d)
    x = gaussian(rng, n, d)
    x *= np.float32(1 / np.sqrt(d))
    signal = gaussian(rng, d)
    labels = np.sign(x @ signal)
    weights = np.zeros(d, np.float32)
    outputs = np.zeros(n, np.float32)
    for _ in range(STEPS):
        weights -= RATE * (x.T @ weighted_slopes(rng, outputs, labels))
        outputs = x @ weights
    return observables(weights, signal, outputs, labels)


class Frame:
    """An orthonormal basis by Gram and Schmidt, again where more than half of the length is lost."""

    def __init__(self, capacity, length):
        self.basis = np.empty((length, capacity), np.float32, order="F")
        self.size = 0

    def project(self, x):
        basis = self.basis[:, : self.size]
        coordinates = x @ basis
        x -= basis @ coordinates
        return coordinates

    def span(self, x):
        coordinates = np.zeros(self.size + 1, np.float32)
        length = np.sqrt(x @ x)
        while True:
            before = length
            coordinates[:-1] += self.project(x)
            length = np.sqrt(x @ x)
            if length >= before / 2:
                break
        coordinates[-1] = length
        np.multiply(x, 1 / length, out=self.basis[:, self.size])
        self.size += 1
        return coordinates


def lazy_run(rng, d=16384):
    n = int(DELTA * d)
    spread = np.float32(1 / np.sqrt(d))
    directions = Frame(STEPS + 1, d)
    probes = Frame(STEPS, n)
    images = np.empty((n, STEPS + 1), np.float32, order="F")
    response = np.zeros((STEPS, STEPS + 1), np.float32)

    signal = gaussian(rng, d)
    length = directions.span(signal.copy())[0]
    images[:, 0] = spread * gaussian(rng, n)
    labels = np.sign(length * images[:, 0])
    weights = np.zeros(STEPS + 1, np.float32)
    outputs = np.zeros(n, np.float32)
    for k in range(STEPS):
        coordinates = probes.span(weighted_slopes(rng, outputs, labels))
        v = probes.basis[:, k]
        response[k, : k + 1] = v @ images[:, : k + 1]
        response[k, k + 1] = directions.span(spread * gaussian(rng, d))[-1]
        image = spread * gaussian(rng, n)
        probes.project(image)
        images[:, k + 1] = image + response[k, k + 1] * v
        weights -= RATE * (coordinates @ response[: k + 1])
        outputs = images[:, : k + 2] @ weights[: k + 2]
    return observables(directions.basis @ weights, signal, outputs, labels)


def causal_solve(rng, n=80_000, real=np.float64):
    """Kernels of the limit step by step: Cov(w*, w_0..w_K) grows by one row of a Cholesky factor, tangents dr_k/dw_j run along with r."""
    c = DT / DELTA
    variance = TAU * DELTA / DT
    covariance = np.zeros((STEPS + 2, STEPS + 2))
    covariance[0, 0] = 1
    factor = np.zeros((STEPS + 2, STEPS + 2))
    factor[0, 0] = 1
    eps = rng.standard_normal((STEPS + 2, n), dtype=real)
    labels = np.sign(eps[0])
    response = np.zeros((STEPS + 1, STEPS + 1))
    b = np.zeros(STEPS + 1)
    noise = np.zeros((STEPS, STEPS))
    g = np.empty((STEPS, n), real)
    tangents = [np.empty((STEPS - j, n), real) for j in range(STEPS)]
    for k in range(STEPS + 1):
        row = k + 1
        for j in range(row):
            pivot = factor[j, j]
            rest = covariance[row, j] - factor[row, :j] @ factor[j, :j]
            factor[row, j] = rest / pivot if pivot > 1e-5 else 0
        factor[row, row] = np.sqrt(max(covariance[row, row] - factor[row, :row] @ factor[row, :row], 0))
        w = factor[row, : row + 1].astype(real) @ eps[: row + 1]
        r = w - (c * response[k, :k]).astype(real) @ g[:k]
        if k == STEPS:
            return covariance[row, row], covariance[0, row], np.log1p(np.exp(-labels * r)).mean()
        wrong = 1 / (1 + np.exp(labels * r))
        slope = -labels * wrong
        curvature = wrong * (1 - wrong)
        weight = 1 + real(np.sqrt(variance)) * rng.standard_normal(n, dtype=real)
        memory = np.zeros(k)
        for j in range(k):
            tangent = (-c * response[k, j:k]).astype(real) @ tangents[j][: k - j]
            tangent *= curvature
            memory[j] = tangent.mean()
            np.multiply(tangent, weight, out=tangents[j][k - j])
        np.multiply(curvature, weight, out=tangents[k][0])
        np.multiply(slope, weight, out=g[k])
        mean_curvature = curvature.mean()
        noise[k, :k] = noise[:k, k] = g[:k] @ slope / n
        noise[k, k] = (1 + variance) * (slope @ slope) / n
        signal = slope @ eps[0] / n - mean_curvature * b[k] - memory @ b[:k]
        response[k + 1] = response[k] - DT * (mean_curvature * response[k] + memory @ response[:k])
        response[k + 1, k] = 1
        b[k + 1] = b[k] - DT * (mean_curvature * b[k] + memory @ b[:k] + signal)
        past = response[: k + 2, : k + 1]
        next_row = np.outer(b[: k + 2], b[k + 1]).ravel()
        next_row += DT**2 / DELTA * (past @ (noise[: k + 1, : k + 1] @ response[k + 1, : k + 1]))
        covariance[k + 2, 0] = covariance[0, k + 2] = b[k + 1]
        covariance[k + 2, 1 : k + 3] = covariance[1 : k + 3, k + 2] = next_row


def main():
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    runs = {
        "dense, d = 1024": dense_run,
        "lazy, d = 16384": lazy_run,
        "solve, N = 80000": causal_solve,
        "solve, N = 80000, single precision": lambda rng: causal_solve(rng, real=np.float32),
    }
    for name, run in runs.items():
        rng = np.random.default_rng(0)
        seconds = []
        for _ in range(repetitions):
            start = time.perf_counter()
            result = run(rng)
            seconds.append(time.perf_counter() - start)
        print(f"{name}: {statistics.median(seconds):.4f} s, C {result[0]:.4f}, Q {result[1]:.4f}, training loss {result[2]:.4f}")


if __name__ == "__main__":
    main()
