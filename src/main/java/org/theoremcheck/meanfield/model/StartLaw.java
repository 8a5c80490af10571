package org.theoremcheck.meanfield.model;

import org.theoremcheck.numeric.RandomStream;

/** The law of the coordinates of θ⁰, independent of everything else. */
public sealed interface StartLaw {

    /** E(θ⁰)². */
    double variance();

    /** A coordinate of θ⁰. */
    double draw(long key, int position);

    /**
     * N(0, v); the start at zero is v = 0.
     *
     * @param variance v ≥ 0
     */
    record Gaussian(double variance) implements StartLaw {
        @Override
        public double draw(long key, int position) {
            return Math.sqrt(variance) * RandomStream.gaussian(key, position);
        }
    }

    /**
     * ±s with equal chances.
     *
     * @param size s
     */
    record Signs(double size) implements StartLaw {
        @Override
        public double variance() {
            return size * size;
        }

        @Override
        public double draw(long key, int position) {
            return RandomStream.bits(key, position) < 0 ? -size : size;
        }
    }
}
