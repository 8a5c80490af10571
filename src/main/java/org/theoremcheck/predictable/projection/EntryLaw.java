package org.theoremcheck.predictable.projection;

import org.theoremcheck.numeric.RandomStream;

/** The law of the entries of R, centred and of variance 1/k. */
public sealed interface EntryLaw {

    /** An entry of variance 1. */
    double entry(long key, int position);

    /** Fourth moment of an entry of variance 1. */
    double kurtosis();

    /** N(0, 1/k). */
    record Gaussian() implements EntryLaw {
        @Override
        public double entry(long key, int position) {
            return RandomStream.gaussian(key, position);
        }

        @Override
        public double kurtosis() {
            return 3;
        }
    }

    /**
     * ±√(s/k), each with probability 1/(2s), else 0 (Achlioptas).
     *
     * @param sparsity s ≥ 1; 1/s of the entries are not 0
     */
    record SparseSigns(int sparsity) implements EntryLaw {

        /**
         * A law.
         *
         * @throws IllegalArgumentException if the sparsity is less than 1
         */
        public SparseSigns {
            if (sparsity < 1) {
                throw new IllegalArgumentException("the sparsity is at least 1, got " + sparsity);
            }
        }

        @Override
        public double entry(long key, int position) {
            int drawn = RandomStream.below(key, position, 2 * sparsity);
            return drawn > 1 ? 0 : drawn == 0 ? Math.sqrt(sparsity) : -Math.sqrt(sparsity);
        }

        @Override
        public double kurtosis() {
            return sparsity;
        }
    }
}
