package org.theoremcheck.predictable.stationarity;

/** Descent methods with one thing wrong: the subjects that the stationarity theorems must refute. */
final class Slips {

    private Slips() {}

    /** θₜ₊₁ = θₜ + η mₜ. */
    static final class Ascent implements Descender {

        private final double step;
        private final double[] point;

        Ascent(Problem problem) {
            step = problem.step();
            point = problem.start().clone();
        }

        @Override
        public double[] step(double[] proxy) {
            for (int i = 0; i < point.length; i++) {
                point[i] += step * proxy[i];
            }
            return point;
        }
    }

    /** θₜ₊₁ = θₜ − η D⁻¹mₜ with D = ½: a preconditioner, as in AdamW or RMSprop. */
    static final class Preconditioned implements Descender {

        private final double step;
        private final double[] point;

        Preconditioned(Problem problem) {
            step = problem.step();
            point = problem.start().clone();
        }

        @Override
        public double[] step(double[] proxy) {
            for (int i = 0; i < point.length; i++) {
                point[i] -= step * proxy[i] / 0.5;
            }
            return point;
        }
    }

    /** Moves along the direction before last: θₜ₊₁ = θₜ − η mₜ₋₁. */
    static final class Late implements Descender {

        private final double step;
        private final double[] point;
        private double[] due;

        Late(Problem problem) {
            step = problem.step();
            point = problem.start().clone();
            due = new double[point.length];
        }

        @Override
        public double[] step(double[] proxy) {
            for (int i = 0; i < point.length; i++) {
                point[i] -= step * due[i];
            }
            due = proxy.clone();
            return point;
        }
    }

    /** Keeps moving: vₜ₊₁ = ½vₜ + mₜ, θₜ₊₁ = θₜ − η vₜ₊₁. */
    static final class HeavyBall implements Descender {

        private final double step;
        private final double[] point;
        private final double[] velocity;

        HeavyBall(Problem problem) {
            step = problem.step();
            point = problem.start().clone();
            velocity = new double[point.length];
        }

        @Override
        public double[] step(double[] proxy) {
            for (int i = 0; i < point.length; i++) {
                velocity[i] = velocity[i] / 2 + proxy[i];
                point[i] -= step * velocity[i];
            }
            return point;
        }
    }
}
