package org.theoremcheck.predictable.predictor;

import org.theoremcheck.numeric.Vectors;

/**
 * How the hint mₜ for the gradient gₜ is made. All but {@link Announced} are functions of g₀, …, gₜ₋₁ (history-based, in the words of
 * arXiv 2601.04270), with m₀ = 0.
 */
public sealed interface Predictor {

    /** A prediction in progress. */
    interface Forecast {

        /** mₜ for the current round; valid until the next gradient is observed, and not to be written to. */
        double[] hint();

        /** Ends the round with its gradient, which is copied if it is kept. */
        void observe(double[] gradient);
    }

    /** Begins at round 0. */
    Forecast begin(int dimension);

    /** mₜ = 0. */
    record Zero() implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Scaled(0, dimension);
        }
    }

    /** mₜ = gₜ₋₁. */
    record OneStep() implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Scaled(1, dimension);
        }
    }

    /** mₜ = −gₜ₋₁. */
    record Negated() implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Scaled(-1, dimension);
        }
    }

    /**
     * mₜ = a gₜ₋₁.
     *
     * @param coefficient a
     */
    record AutoRegression(double coefficient) implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Scaled(coefficient, dimension);
        }
    }

    /**
     * mₜ = β mₜ₋₁ + (1 − β) gₜ₋₁: normalized, without bias correction, and without gₜ.
     *
     * @param decay β in [0, 1]
     */
    record Ema(double decay) implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            double[] mean = new double[dimension];
            return new Forecast() {
                @Override
                public double[] hint() {
                    return mean;
                }

                @Override
                public void observe(double[] gradient) {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] = decay * mean[i] + (1 - decay) * gradient[i];
                    }
                }
            };
        }
    }

    /** m₁ = g₀, then mₜ = 2gₜ₋₁ − gₜ₋₂. */
    record Trend() implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Extrapolated(dimension, false);
        }
    }

    /** mₜ = 2gₜ₋₁ − gₜ₋₂ with nothing before g₀: m₁ = 2g₀. */
    record TrendFromRest() implements Predictor {
        @Override
        public Forecast begin(int dimension) {
            return new Extrapolated(dimension, true);
        }
    }

    /**
     * Hints fixed in advance, repeated cyclically. With the gradients themselves this is the oracle.
     *
     * @param hints at least one
     */
    record Announced(double[][] hints) implements Predictor {
        public Announced {
            if (hints.length == 0 || !java.util.Arrays.stream(hints).allMatch(Vectors::finite)) {
                throw new IllegalArgumentException("announced hints are at least one finite vector");
            }
        }

        @Override
        public Forecast begin(int dimension) {
            int[] round = {0};
            return new Forecast() {
                @Override
                public double[] hint() {
                    return hints[round[0] % hints.length];
                }

                @Override
                public void observe(double[] gradient) {
                    round[0]++;
                }
            };
        }
    }

    /** The forecast a gₜ₋₁. */
    final class Scaled implements Forecast {

        private final double coefficient;
        private final double[] hint;

        private Scaled(double coefficient, int dimension) {
            this.coefficient = coefficient;
            this.hint = new double[dimension];
        }

        @Override
        public double[] hint() {
            return hint;
        }

        @Override
        public void observe(double[] gradient) {
            if (coefficient == 0) {
                return;
            }
            if (coefficient == 1) {
                System.arraycopy(gradient, 0, hint, 0, hint.length);
                return;
            }
            for (int i = 0; i < hint.length; i++) {
                hint[i] = coefficient * gradient[i];
            }
        }
    }

    /** The forecast 2gₜ₋₁ − gₜ₋₂. */
    final class Extrapolated implements Forecast {

        private final double[] last;
        private final double[] trend;

        /** Whether there is a gradient before the next one; at rest that is 0. */
        private boolean begun;

        private Extrapolated(int dimension, boolean fromRest) {
            this.last = new double[dimension];
            this.trend = new double[dimension];
            this.begun = fromRest;
        }

        @Override
        public double[] hint() {
            return trend;
        }

        @Override
        public void observe(double[] gradient) {
            for (int i = 0; i < trend.length; i++) {
                trend[i] = begun ? 2 * gradient[i] - last[i] : gradient[i];
                last[i] = gradient[i];
            }
            begun = true;
        }
    }
}
