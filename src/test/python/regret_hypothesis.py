"""The regret bound of two-step optimistic mirror descent as a Hypothesis property with NumPy: the peer that the benchmark
RegretBenchmark.check (family gaussian) is compared with. Prints instances a second.

    python3 src/test/python/regret_hypothesis.py
"""

import time

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

EXAMPLES = 2000
STEP = 0.1


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(1, 20), st.integers(1, 50), st.integers(0, 2**32 - 1))
def regret_is_bounded(dimension, rounds, seed):
    gradients = np.random.default_rng(seed).standard_normal((rounds, dimension))
    anchor = np.zeros(dimension)
    hint = np.zeros(dimension)
    played = 0.0
    path = 0.0
    for gradient in gradients:
        point = anchor - STEP * hint
        played += gradient @ point
        path += (gradient - hint) @ (gradient - hint)
        anchor = anchor - STEP * gradient
        hint = gradient
    comparator = anchor
    regret = played - gradients.sum(axis=0) @ comparator
    bound = comparator @ comparator / (2 * STEP) + STEP / 2 * path
    assert regret <= bound + 1e-9 * (abs(regret) + bound)


if __name__ == "__main__":
    begun = time.perf_counter()
    regret_is_bounded()
    print(f"{EXAMPLES / (time.perf_counter() - begun):.0f} instances a second")
