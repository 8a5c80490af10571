package org.theoremcheck.predictable.rank;

import java.util.Arrays;
import java.util.Locale;
import org.theoremcheck.claim.Draw;

/** How planted singular values fall off. */
enum Decay {
    /** Sizes of standard normals. */
    GAUSSIAN {
        @Override
        double[] draw(Draw in, int count) {
            return in.gaussians("values", 0, count);
        }
    },
    /** From 1 down to as little as 10⁻¹⁴, each the same part of the one before. */
    GRADED {
        @Override
        double[] draw(Draw in, int count) {
            double decades = in.uniform("decades", 0, 14);
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = StrictMath.pow(10, -decades * i / Math.max(1, count - 1));
            }
            return values;
        }
    },
    /** 1 or ½, up to a few times the rounding of a decomposition. */
    CLUSTERED {
        @Override
        double[] draw(Draw in, int count) {
            double[] values = in.signs("cluster", 0, count);
            double[] jitter = in.gaussians("jitter", 0, count);
            for (int i = 0; i < count; i++) {
                values[i] = (0.75 + 0.25 * values[i]) * (1 + 1e-14 * jitter[i]);
            }
            return values;
        }
    },
    /** Sizes of normals, and then zeros. */
    DEFICIENT {
        @Override
        double[] draw(Draw in, int count) {
            double[] values = in.gaussians("values", 0, count);
            Arrays.fill(values, Math.min(count, in.integer("nonzero", 0, 4)), count, 0);
            return values;
        }
    },
    /** All equal. */
    FLAT {
        @Override
        double[] draw(Draw in, int count) {
            double[] values = new double[count];
            Arrays.fill(values, in.uniform("value", 0.5, 2));
            return values;
        }
    };

    abstract double[] draw(Draw in, int count);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Values that descend and are nowhere negative. */
    double[] values(Draw in, int count) {
        double[] values = draw(in, count);
        for (int i = 0; i < count; i++) {
            values[i] = -Math.abs(values[i]);
        }
        Arrays.sort(values);
        for (int i = 0; i < count; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }
}
