package org.theoremcheck.predictable.rank;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.rank.TruncatedSvd.Triplets;

/** Predictors of increments with one slip, and the numbers of altered statements. */
final class Slips {

    /** The weight of all coordinates but the first where a statement is read in a weighted norm. */
    static final double WEIGHT = 10;

    private Slips() {}

    /** Which triplet is taken for the k-th; −1 for none. */
    private interface Choice {
        int of(int k, double[] values);
    }

    /** r*(ε) from the truth and the singular values. */
    private interface Count {
        int of(int rank, double epsilon, double[] values);
    }

    private static final Choice BEST = (k, values) -> k;
    private static final Count RIGHT = (rank, epsilon, values) -> rank;

    /** Keeps the smallest singular directions. */
    static IncrementPredictor smallest() {
        return new Altered(new TruncatedSvd(), (k, values) -> values.length - 1 - k, RIGHT);
    }

    /** Forgets the second direction. */
    static IncrementPredictor forgetful() {
        return new Altered(new TruncatedSvd(), (k, values) -> k == 0 ? 0 : k + 1 < values.length ? k + 1 : -1, RIGHT);
    }

    /** Leaves out directions below a tenth of the first. */
    static IncrementPredictor cutoff() {
        return new Altered(new TruncatedSvd(), (k, values) -> values[k] < values[0] / 10 ? -1 : k, RIGHT);
    }

    /** r*(ε) one too small. */
    static IncrementPredictor oneTooFew() {
        return new Altered(new TruncatedSvd(), BEST, (rank, epsilon, values) -> Math.max(0, rank - 1));
    }

    /** r*(ε) one too large. */
    static IncrementPredictor oneTooMany() {
        return new Altered(new TruncatedSvd(), BEST, (rank, epsilon, values) -> Math.min(values.length, rank + 1));
    }

    /** r*(ε) with σ in the place of σ². */
    static IncrementPredictor unsquared() {
        return new Altered(new TruncatedSvd(), BEST, (rank, epsilon, values) -> {
            double all = 0;
            for (int i = values.length - 1; i >= 0; i--) {
                all += values[i];
            }
            double kept = 0;
            int count = 0;
            // A hair of slack, for the slip to be in σ alone and not in how ties round.
            while (kept < (1 - epsilon) * all * (1 - values.length * 64 * Rounding.UNIT)) {
                kept += values[count++];
            }
            return count;
        });
    }

    private record Altered(TruncatedSvd svd, Choice choice, Count count) implements IncrementPredictor {

        @Override
        public void observe(double[] gradient) {
            svd.observe(gradient);
        }

        @Override
        public int rank(double epsilon) {
            return count.of(svd.rank(epsilon), epsilon, svd.triplets().values());
        }

        @Override
        public double[] direction(int k) {
            int chosen = choice.of(k, svd.triplets().values());
            return chosen < 0 ? new double[svd.triplets().left().numRows] : svd.direction(chosen);
        }

        @Override
        public double[] weights(int k) {
            return svd.weights(Math.max(0, choice.of(k, svd.triplets().values())));
        }
    }

    /** Has not seen the last gradient. */
    static final class Late implements IncrementPredictor {

        private final TruncatedSvd svd = new TruncatedSvd();
        private final List<double[]> waiting = new ArrayList<>();
        private int seen;

        @Override
        public void observe(double[] gradient) {
            if (!waiting.isEmpty()) {
                svd.observe(waiting.remove(0));
            }
            waiting.add(gradient.clone());
            seen++;
        }

        @Override
        public int rank(double epsilon) {
            return seen < 2 ? 0 : svd.rank(epsilon);
        }

        @Override
        public double[] direction(int k) {
            return known(k) ? svd.direction(k) : new double[waiting.get(0).length];
        }

        @Override
        public double[] weights(int k) {
            return known(k) ? java.util.Arrays.copyOf(svd.weights(k), seen - 1) : new double[seen - 1];
        }

        private boolean known(int k) {
            return seen >= 2 && k < svd.triplets().values().length;
        }
    }

    /** Takes its directions from HᵀH, and with them the rounding of what lies below √u σ₁. */
    static final class Gram implements IncrementPredictor {

        private final TruncatedSvd svd = new TruncatedSvd();
        private final List<double[]> gradients = new ArrayList<>();

        @Override
        public void observe(double[] gradient) {
            svd.observe(gradient);
            gradients.add(gradient.clone());
        }

        @Override
        public int rank(double epsilon) {
            return svd.rank(epsilon);
        }

        /** H v. */
        @Override
        public double[] direction(int k) {
            Increments increments = increments();
            double[] direction = new double[increments.dimension()];
            double[] weights = weights(k);
            for (int t = 0; t < weights.length; t++) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] += weights[t] * increments.rows()[t][i];
                }
            }
            return Vectors.scaled(increments.unit(), direction);
        }

        @Override
        public double[] weights(int k) {
            DMatrixRMaj columns = increments().columns();
            DMatrixRMaj gram = new DMatrixRMaj(columns.numCols, columns.numCols);
            CommonOps_DDRM.multTransA(columns, columns, gram);
            DMatrixRMaj right = Triplets.of(gram, 1).right();
            double[] weights = new double[right.numRows];
            for (int t = 0; t < weights.length; t++) {
                weights[t] = right.get(t, k);
            }
            return weights;
        }

        private Increments increments() {
            return Increments.of(gradients.toArray(double[][]::new));
        }
    }
}
