package example;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

/**
 * The instance: f(x) = Σ cᵢ h(xᵢ − x*ᵢ) with minimum 0 at x*, and a run on it. L = max cᵢ.
 *
 * @param profile h
 * @param weights cᵢ ≥ 0, not all 0, of length d
 * @param minimizer x*, of length d
 * @param start x₀, of length d
 * @param step η &gt; 0
 * @param steps T ≥ 1
 */
record Problem(Profile profile, double[] weights, double[] minimizer, double[] start, double step, int steps) {

    /**
     * A problem.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    Problem {
        if (weights.length != start.length || minimizer.length != start.length) {
            throw new IllegalArgumentException("start, minimizer and weights have dimensions %d, %d and %d"
                    .formatted(start.length, minimizer.length, weights.length));
        }
        if (!(Vectors.finite(start) && Vectors.finite(minimizer) && Vectors.finite(weights))) {
            throw new IllegalArgumentException("start, minimizer and weights are finite vectors");
        }
        for (double weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is at least 0, got " + weight);
            }
        }
        if (!(Vectors.largest(weights) > 0 && step > 0 && step <= Double.MAX_VALUE && steps >= 1)) {
            throw new IllegalArgumentException("a weight and the step are positive, and there is at least one step");
        }
    }

    /** c = L = 1 and x* = 0, on the line. */
    static Problem line(Profile profile, double start, double step, int steps) {
        return new Problem(profile, new double[] {1}, new double[] {0}, new double[] {start}, step, steps);
    }

    /** d. */
    int dimension() {
        return start.length;
    }

    /** L. */
    double smoothness() {
        return Vectors.largest(weights);
    }

    /** f(x) − f*. */
    double gap(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += weights[i] * profile.value(point[i] - minimizer[i]);
        }
        return sum;
    }

    /** ∇f(x) as a new array. */
    double[] gradient(double[] point) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = weights[i] * profile.derivative(point[i] - minimizer[i]);
        }
        return gradient;
    }

    /** f(x) − f*, enclosed. */
    Enclosure exactGap(double[] point) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < point.length; i++) {
            Enclosure z = Enclosure.of(point[i]).minus(Enclosure.of(minimizer[i]));
            sum = sum.plus(Enclosure.of(weights[i]).times(profile.exactValue(z)));
        }
        return sum;
    }
}
