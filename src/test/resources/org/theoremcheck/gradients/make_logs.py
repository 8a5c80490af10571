"""Writes the small logs beside this file, with NumPy; numbers.json has what NumPy reads in them."""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
STEPS = np.array([[1 / 3, -2.5, 6e-8, 0.0], [65504.0, -1e-5, 0.1, -0.0], [np.pi, 7.0, -1 / 7, 1e-3]])

numbers = {}
for kind in ("f2", "f4", "f8"):
    numbers[kind] = STEPS.astype(kind).astype("f8").tolist()
    for order, mark in (("little", "<"), ("big", ">")):
        for layout in ("C", "F"):
            array = np.array(STEPS, dtype=mark + kind, order=layout)
            for version in (1, 2, 3):
                with open(HERE / f"{kind}-{order}-{layout}-{version}.npy", "wb") as file:
                    np.lib.format.write_array(file, array, version=(version, 0))

float32 = STEPS.astype("f4")
steps = {f"step_{t}": np.arange(3, dtype="f4") + t for t in range(12)}
np.savez(HERE / "stored.npz", gradients=float32, loss=np.arange(3.0))
np.savez_compressed(HERE / "deflated.npz", gradients=float32, loss=np.arange(3.0))
np.savez(HERE / "steps.npz", **steps)
np.savez_compressed(HERE / "deflated-steps.npz", **steps)
np.savez(HERE / "two.npz", first=float32, second=2 * float32)
np.savetxt(HERE / "savetxt.csv", STEPS, delimiter=",", header="a,b,c,d")
np.savetxt(HERE / "savetxt.txt", STEPS)

for name, array in {
    "object": np.array([[1, None]], dtype=object),
    "structured": np.zeros(3, dtype=[("step", "i8"), ("gradient", "f4", (4,))]),
    "integer": np.arange(12).reshape(3, 4),
    "boolean": np.ones((3, 4), dtype=bool),
    "complex": STEPS.astype("c8"),
    "text": np.array([["a", "b"]]),
    "longdouble": STEPS.astype(np.longdouble),
    "vector": np.arange(12.0),
    "scalar": np.array(1.0),
    "empty": np.zeros((0, 4)),
    "narrow": np.zeros((4, 0)),
    "cube": np.arange(24.0).reshape(2, 3, 4),
    "cube-F": np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)),
    "one-row": np.ones((1, 4)),
    "not-finite": np.array([[1.0, np.nan], [np.inf, -np.inf]], dtype="f2"),
}.items():
    np.save(HERE / f"{name}.npy", array)

(HERE / "numbers.json").write_text(json.dumps(numbers, indent=1) + "\n")
