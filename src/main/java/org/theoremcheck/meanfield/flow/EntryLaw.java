package org.theoremcheck.meanfield.flow;

import java.util.Locale;
import org.apache.commons.math3.util.FastMath;
import org.theoremcheck.numeric.RandomStream;

/** The law of √d xᵢⱼ, independent over the entries unless said otherwise. */
public enum EntryLaw {
    /** N(0, 1). */
    GAUSSIAN {
        @Override
        double draw(long key, int position) {
            return RandomStream.gaussian(key, position);
        }
    },

    /** ±1. */
    RADEMACHER {
        @Override
        double draw(long key, int position) {
            return RandomStream.bits(key, position) < 0 ? -1 : 1;
        }
    },

    /** Uniform on [−√3, √3]. */
    UNIFORM {
        @Override
        double draw(long key, int position) {
            return Math.sqrt(3) * (2 * RandomStream.uniform(key, position) - 1);
        }
    },

    /** ±√10, each with probability 1/20, else 0. */
    SPARSE {
        @Override
        double draw(long key, int position) {
            int outcome = RandomStream.below(key, position, 20);
            return outcome > 1 ? 0 : Math.sqrt(10) * (2 * outcome - 1);
        }
    },

    /**
     * Student's t with ν = 1.5 degrees of freedom: no variance. Drawn as √(ν(U^(−2/ν) − 1)) cos(2πV) from two uniform numbers
     * (Bailey, Math. Comp. 62, 1994).
     */
    STUDENT {
        @Override
        double draw(long key, int position) {
            double freedom = 1.5;
            long pair = RandomStream.bits(key, position);
            double power = FastMath.pow(1 - RandomStream.uniform(pair, 0), -2 / freedom);
            return Math.sqrt(freedom * (power - 1)) * FastMath.cos(2 * FastMath.PI * RandomStream.uniform(pair, 1));
        }
    },

    /** Cauchy: no mean. */
    CAUCHY {
        @Override
        double draw(long key, int position) {
            return FastMath.tan(FastMath.PI * (RandomStream.uniform(key, position) - 0.5));
        }
    },

    /**
     * Gaussian, each row times a factor of its own, √0.1 or √1.9 with equal chances: centred, of variance 1 and sub-Gaussian, but a
     * row's entries depend on each other.
     */
    ROW_SCALED {
        @Override
        double draw(long key, int position) {
            return RandomStream.gaussian(key, position);
        }

        @Override
        double rowFactor(long key) {
            return Math.sqrt(RandomStream.key(key, "factor", 0) < 0 ? 0.1 : 1.9);
        }
    };

    /** The name in families: row-scaled. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract double draw(long key, int position);

    /** What all entries of a row are multiplied by. */
    double rowFactor(long key) {
        return 1;
    }

    /**
     * A row of X, of variance 1/d.
     *
     * @param key of this row alone
     * @param length d
     */
    double[] row(long key, int length) {
        double factor = rowFactor(key) / Math.sqrt(length);
        double[] row = new double[length];
        for (int j = 0; j < length; j++) {
            row[j] = factor * draw(key, j);
        }
        return row;
    }
}
