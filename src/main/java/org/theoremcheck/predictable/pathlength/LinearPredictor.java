package org.theoremcheck.predictable.pathlength;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * A predictor that is a filter, in closed form. Its error is δₜ = gₜ − mₜ = Σ dⱼ gₜ₋ⱼ, with d₀ = 1 and gₛ = 0 before the log. Continue the
 * log with zeros: then Σ ‖δₜ‖² over all t is Σⱼ ρⱼ Cⱼ with Cⱼ = Σ ⟨gₜ, gₜ₋ⱼ⟩ and ρⱼ the autocorrelation of d, and what lies beyond T, the
 * <em>overhang</em>, is Σ_{t>T} ‖mₜ‖². Identities are multiplied by a weight that keeps them polynomial, and so exact on integers.
 */
sealed interface LinearPredictor {

    /**
     * The closed form of a predictor.
     *
     * @throws IllegalArgumentException if it has none here
     */
    static LinearPredictor of(Predictor predictor) {
        if (predictor instanceof Predictor.Zero) {
            return new Last(0);
        }
        if (predictor instanceof Predictor.OneStep) {
            return new Last(1);
        }
        if (predictor instanceof Predictor.Negated) {
            return new Last(-1);
        }
        if (predictor instanceof Predictor.AutoRegression regression) {
            return new Last(regression.coefficient());
        }
        if (predictor instanceof Predictor.Ema ema) {
            return new Mean(ema.decay());
        }
        if (predictor instanceof Predictor.Trend) {
            return new Line(false);
        }
        if (predictor instanceof Predictor.TrendFromRest) {
            return new Line(true);
        }
        throw new IllegalArgumentException("no closed form for " + predictor);
    }

    /** What the identity is multiplied by. */
    default double weight() {
        return 1;
    }

    /** The coefficient of Cⱼ, times the weight: ρ₀, then 2ρⱼ. */
    double correlation(int lag);

    /** The lags from 0 on whose coefficient is not 0, in a log of n gradients. */
    int lags(int n);

    /** Σ_{t>T} ‖mₜ‖² of the log continued with zeros, times the weight. */
    double overhang(double[][] g);

    /** What is added to P for a predictor that begins unlike the filter. */
    default double start(double[][] g) {
        return 0;
    }

    /** Rounding of a hint in units roundoff of the largest gradient. */
    double hintError();

    /** sup |Σ dⱼ e^{ijω}|² over ω: no log has a larger κ. */
    double gain();

    /** The largest κ of a log of n gradients, where it is known better than by the {@link #gain}. */
    default double largest(int n) {
        return gain();
    }

    /** Mean κ of n independent, centred gradients of one length. */
    double noise(int n);

    /** Its limit as n → ∞. */
    double noise();

    /** κ of n equal gradients. */
    double constant(int n);

    /** The coefficient of gₛ in δₜ, s ≤ t, as the predictor begins in fact. */
    Enclosure response(int t, int s);

    /** {@link #correlation}, enclosed. */
    Enclosure exactCorrelation(int lag);

    /** {@link #weight}, enclosed. */
    default Enclosure exactWeight() {
        return Enclosure.ONE;
    }

    /** mₜ = a gₜ₋₁. */
    record Last(double coefficient) implements LinearPredictor {

        @Override
        public double correlation(int lag) {
            return lag == 0 ? 1 + coefficient * coefficient : lag == 1 ? -2 * coefficient : 0;
        }

        @Override
        public int lags(int n) {
            return Math.min(n, 2);
        }

        @Override
        public double overhang(double[][] g) {
            return coefficient * coefficient * Vectors.squaredNorm(g[g.length - 1]);
        }

        @Override
        public double hintError() {
            boolean exact = coefficient == 0 || Math.abs(coefficient) == 1;
            return exact ? 0 : Math.abs(coefficient);
        }

        @Override
        public double gain() {
            return (1 + Math.abs(coefficient)) * (1 + Math.abs(coefficient));
        }

        /** 4 cos²(π/(2n + 1)) for the one-step predictor: 2 − 2 cos of the largest angle of a chain with one loose end. */
        @Override
        public double largest(int n) {
            if (coefficient != 1) {
                return gain();
            }
            double cosine = StrictMath.cos(StrictMath.PI / (2 * n + 1));
            return 4 * cosine * cosine;
        }

        @Override
        public double noise(int n) {
            return 1 + coefficient * coefficient * (1 - 1.0 / n);
        }

        @Override
        public double noise() {
            return 1 + coefficient * coefficient;
        }

        @Override
        public double constant(int n) {
            return (1 + (n - 1) * (1 - coefficient) * (1 - coefficient)) / n;
        }

        @Override
        public Enclosure response(int t, int s) {
            return s == t ? Enclosure.ONE : s == t - 1 ? Enclosure.of(-coefficient) : Enclosure.ZERO;
        }

        @Override
        public Enclosure exactCorrelation(int lag) {
            Enclosure a = Enclosure.of(coefficient);
            return lag == 0
                    ? Enclosure.ONE.plus(a.squared())
                    : lag == 1 ? a.plus(a).negated() : Enclosure.ZERO;
        }
    }

    /**
     * mₜ = 2gₜ₋₁ − gₜ₋₂.
     *
     * @param fromRest whether m₁ = 2g₀, as the filter has it, or m₁ = g₀
     */
    record Line(boolean fromRest) implements LinearPredictor {

        private static final double[] CORRELATION = {6, -8, 2};

        @Override
        public double correlation(int lag) {
            return lag < 3 ? CORRELATION[lag] : 0;
        }

        @Override
        public int lags(int n) {
            return Math.min(n, 3);
        }

        /** ‖2g_T − g_{T−1}‖² + ‖g_T‖². */
        @Override
        public double overhang(double[][] g) {
            double[] last = g[g.length - 1];
            double[] before = g.length == 1 ? new double[last.length] : g[g.length - 2];
            return Vectors.squaredDistance(Vectors.scaled(2, last), before) + Vectors.squaredNorm(last);
        }

        /** ‖g₁ − 2g₀‖² − ‖g₁ − g₀‖². */
        @Override
        public double start(double[][] g) {
            return fromRest || g.length == 1
                    ? 0
                    : Vectors.squaredDistance(g[1], Vectors.scaled(2, g[0])) - Vectors.squaredDistance(g[1], g[0]);
        }

        @Override
        public double hintError() {
            return 3;
        }

        @Override
        public double gain() {
            return 16;
        }

        @Override
        public double noise(int n) {
            return n == 1 ? 1 : 6 - (fromRest ? 6.0 : 9.0) / n;
        }

        @Override
        public double noise() {
            return 6;
        }

        @Override
        public double constant(int n) {
            return n > 1 && fromRest ? 2.0 / n : 1.0 / n;
        }

        @Override
        public Enclosure response(int t, int s) {
            boolean first = t == 1 && !fromRest;
            return Enclosure.of(s == t ? 1 : s == t - 1 ? (first ? -1 : -2) : s == t - 2 ? 1 : 0);
        }

        @Override
        public Enclosure exactCorrelation(int lag) {
            return Enclosure.of(correlation(lag));
        }
    }

    /** mₜ = β mₜ₋₁ + (1 − β) gₜ₋₁; identities are multiplied by 1 − β². */
    record Mean(double decay) implements LinearPredictor {

        @Override
        public double weight() {
            return (1 - decay) * (1 + decay);
        }

        /** 2(1 − β), then −2(1 − β)² βʲ⁻¹. */
        @Override
        public double correlation(int lag) {
            return lag == 0 ? 2 * (1 - decay) : -2 * (1 - decay) * (1 - decay) * StrictMath.pow(decay, lag - 1.0);
        }

        @Override
        public int lags(int n) {
            return n;
        }

        /** ‖m_{T+1}‖². */
        @Override
        public double overhang(double[][] g) {
            double[] mean = new double[g[0].length];
            for (double[] gradient : g) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = decay * mean[i] + (1 - decay) * gradient[i];
                }
            }
            return Vectors.squaredNorm(mean);
        }

        /** Each round adds at most 3 and a bit, which fade by β. */
        @Override
        public double hintError() {
            return 4 / (1 - decay);
        }

        @Override
        public double gain() {
            return 4 / ((1 + decay) * (1 + decay));
        }

        @Override
        public double noise(int n) {
            double faded = (1 - StrictMath.pow(decay, 2.0 * n)) / (n * weight());
            return 1 + (1 - decay) / (1 + decay) * (1 - faded);
        }

        @Override
        public double noise() {
            return 2 / (1 + decay);
        }

        @Override
        public double constant(int n) {
            return (1 - StrictMath.pow(decay, 2.0 * n)) / (n * weight());
        }

        @Override
        public Enclosure response(int t, int s) {
            return s == t ? Enclosure.ONE : rest().times(power(t - s - 1)).negated();
        }

        @Override
        public Enclosure exactCorrelation(int lag) {
            return lag == 0
                    ? rest().plus(rest())
                    : rest().squared().times(power(lag - 1)).times(Enclosure.of(-2));
        }

        @Override
        public Enclosure exactWeight() {
            return Enclosure.ONE.minus(Enclosure.of(decay).squared());
        }

        private Enclosure rest() {
            return Enclosure.ONE.minus(Enclosure.of(decay));
        }

        private Enclosure power(int exponent) {
            Enclosure power = Enclosure.ONE;
            for (int i = 0; i < exponent; i++) {
                power = power.times(Enclosure.of(decay));
            }
            return power;
        }
    }
}
