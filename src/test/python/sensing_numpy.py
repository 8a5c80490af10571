"""GDPolyak on quadratic sensing at the published size in NumPy, on one thread: microseconds of processor time an update.

    OPENBLAS_NUM_THREADS=1 python3 src/test/python/sensing_numpy.py

The same loop in Java: mvn -Pbench -DskipTests verify -Djmh.args="SensingBenchmark".
"""

import time

import numpy as np

D, R, K, M = 100, 2, 4, 1000
STEP, SHORT_STEPS, EPOCHS = 0.05, 300, 10

rng = np.random.default_rng(0)
plus = rng.standard_normal((M, D))
minus = rng.standard_normal((M, D))
planted = rng.standard_normal((D, R))
planted /= np.linalg.norm(planted)
targets = ((plus @ planted) ** 2).sum(1) - ((minus @ planted) ** 2).sum(1)
point = rng.standard_normal((D, K))
point /= np.linalg.norm(point)

start = time.process_time()
for _ in range(EPOCHS):
    for update in range(SHORT_STEPS + 1):
        of_plus = plus @ point
        of_minus = minus @ point
        residual = (of_plus * of_plus).sum(1) - (of_minus * of_minus).sum(1) - targets
        loss = residual @ residual / M
        gradient = (4 / M) * (plus.T @ (residual[:, None] * of_plus) - minus.T @ (residual[:, None] * of_minus))
        length = STEP if update < SHORT_STEPS else loss / (gradient * gradient).sum()
        point = point - length * gradient
elapsed = time.process_time() - start

print(f"{elapsed / (EPOCHS * (SHORT_STEPS + 1)) * 1e6:.0f} us an update, loss {loss:.2g}")
