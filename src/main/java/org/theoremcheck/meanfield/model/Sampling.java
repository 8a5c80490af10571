package org.theoremcheck.meanfield.model;

import org.apache.commons.math3.util.FastMath;
import org.theoremcheck.numeric.RandomStream;

/** The law of the weight ξ ≥ 0 or real that a sample has in a step: mean 1, variance τδ/Δt, independent over samples and steps. */
public enum Sampling {
    /** 1 + √(τδ/Δt) N(0, 1): stochastic gradient flow. */
    GAUSSIAN {
        @Override
        double draw(double variance, long key, int position) {
            return 1 + Math.sqrt(variance) * RandomStream.gaussian(key, position);
        }
    },

    /** (τδ/Δt) Poisson(Δt/(τδ)): how often stochastic gradient descent takes up the sample, in the limit of many coordinates. */
    POISSON {
        @Override
        double draw(double variance, long key, int position) {
            // By counting how many uniform factors keep the product above e^−mean; the mean is at most a few.
            double left = FastMath.exp(-1 / variance);
            long stream = RandomStream.bits(key, position);
            int count = -1;
            double product = 1;
            do {
                count++;
                product *= RandomStream.uniform(stream, count);
            } while (product > left);
            return variance * count;
        }
    };

    abstract double draw(double variance, long key, int position);
}
