package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** How the proxy direction mₜ comes about, along which proxy descent moves. The theorems allow any vectors. */
public sealed interface Proxy {

    /** The proxy directions of one run, in the order of the steps. */
    interface Source {

        /** mₜ, where the gradient is gₜ; valid until the next call, and not to be written to. */
        double[] next(double[] gradient);
    }

    /** Begins at step 0. */
    Source begin(int dimension);

    /** The largest |number| in the vectors that are given in advance; 0 without any. */
    double size();

    /**
     * A gradient predictor: history-based, or announced.
     *
     * @param predictor makes mₜ
     * @param first m₀ in place of the predictor's, or empty to leave it
     */
    record History(Predictor predictor, double[] first) implements Proxy {

        History(Predictor predictor) {
            this(predictor, new double[0]);
        }

        @Override
        public Source begin(int dimension) {
            Forecast forecast = predictor.begin(dimension);
            double[] last = new double[dimension];
            boolean[] begun = {false};
            return gradient -> {
                boolean starting = !begun[0];
                if (begun[0]) {
                    forecast.observe(last);
                }
                begun[0] = true;
                System.arraycopy(gradient, 0, last, 0, dimension);
                return starting && first.length > 0 ? first : forecast.hint();
            };
        }

        @Override
        public double size() {
            double size = largest(first);
            if (predictor instanceof Predictor.Announced announced) {
                for (double[] hint : announced.hints()) {
                    size = Math.max(size, largest(hint));
                }
            }
            return size;
        }
    }

    /**
     * mₜ = factor · gₜ + noiseₜ, which sees the present gradient: a stochastic gradient, or an oracle.
     *
     * @param factor of the gradient
     * @param noise repeated cyclically, at least one vector
     */
    record Noisy(double factor, double[][] noise) implements Proxy {

        public Noisy {
            if (noise.length == 0) {
                throw new IllegalArgumentException("noise is at least one vector");
            }
        }

        @Override
        public Source begin(int dimension) {
            double[] proxy = new double[dimension];
            int[] step = {0};
            return gradient -> {
                double[] present = noise[step[0]++ % noise.length];
                for (int i = 0; i < dimension; i++) {
                    proxy[i] = factor * gradient[i] + present[i];
                }
                return proxy;
            };
        }

        @Override
        public double size() {
            double size = 0;
            for (double[] row : noise) {
                size = Math.max(size, largest(row));
            }
            return size;
        }
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double entry : v) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
