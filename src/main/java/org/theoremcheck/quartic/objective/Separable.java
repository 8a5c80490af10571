package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * f(x) = Σ wᵢ |tᵢ|^pᵢ with t = x, or t = Hx with the orthogonal 4 × 4 matrix H of entries ±½, which doubles hold exactly. The solution is
 * 0. Quadratics, ½ax² + y⁴ (F1), x⁴ + y⁴, sixth and eighth order, |x|^1.5 + y⁴ and |x| are of this form.
 *
 * @param weights wᵢ &gt; 0
 * @param powers pᵢ, whole numbers or 1.5
 * @param mixed whether t = Hx
 */
public record Separable(double[] weights, double[] powers, boolean mixed) implements Objective {

    private static final double[][] SIGNS = {{1, 1, 1, 1}, {1, -1, 1, -1}, {1, 1, -1, -1}, {1, -1, -1, 1}};

    /**
     * A function.
     *
     * @throws IllegalArgumentException if weights and powers do not fit together, or a power is of another kind
     */
    public Separable {
        if (weights.length != powers.length || (mixed && weights.length != SIGNS.length)) {
            throw new IllegalArgumentException(
                    "%d weights and %d powers, mixed: %s".formatted(weights.length, powers.length, mixed));
        }
        for (double power : powers) {
            if (!(power >= 1 && (power == Math.rint(power) || power == 1.5))) {
                throw new IllegalArgumentException("a power is a whole number of at least 1, or 1.5, got " + power);
            }
        }
    }

    /** (a/2)x² + m|y|^p. */
    public static Separable ravine(double curvature, double weight, double power) {
        return new Separable(new double[] {curvature / 2, weight}, new double[] {2, power}, false);
    }

    @Override
    public int dimension() {
        return weights.length;
    }

    /** t; H is its own inverse. */
    public double[] turned(double[] point) {
        if (!mixed) {
            return point;
        }
        double[] turned = new double[point.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Vectors.dot(SIGNS[i], point) / 2;
        }
        return turned;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double[] t = turned(point);
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            double size = Math.abs(t[i]);
            double below = power(size, powers[i] - 1);
            sum += weights[i] * (below * size);
            gradient[i] = Math.copySign(weights[i] * powers[i] * below, t[i]);
        }
        if (mixed) {
            System.arraycopy(turned(gradient), 0, gradient, 0, gradient.length);
        }
        return sum;
    }

    /** Size to a power that is a whole number, or one half. */
    private static double power(double size, double power) {
        if (power == 0.5) {
            return Math.sqrt(size);
        }
        double product = 1;
        for (int k = 0; k < power; k++) {
            product *= size;
        }
        return product;
    }

    /** Every term has a few roundings; t moves by γ₄‖x‖ where it is mixed, which slopes and bends pass on. */
    @Override
    public Accuracy accuracy(double[] point) {
        double[] t = turned(point);
        double[] gradient = new double[t.length];
        double gap = evaluate(point, gradient);
        double move = mixed ? Rounding.gamma(4) * Vectors.norm(point) : 0;
        double bend = 0;
        double highest = 0;
        for (int i = 0; i < t.length; i++) {
            highest = Math.max(highest, powers[i]);
            bend += weights[i] * powers[i] * (powers[i] - 1) * power(Math.abs(t[i]) + move, Math.max(0, powers[i] - 2));
        }
        double roundings = Rounding.gamma(highest + t.length + 4);
        double slope = Vectors.norm(gradient);
        return new Accuracy(
                roundings * gap + 2 * slope * move + bend * move * move,
                roundings * 2 * slope + (move == 0 ? 0 : bend * move));
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure[] t = turned(point);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < t.length; i++) {
            sum = sum.plus(Enclosure.of(weights[i]).times(power(t[i].abs(), powers[i])));
        }
        return sum;
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure[] t = turned(point);
        Enclosure[] slopes = new Enclosure[t.length];
        for (int i = 0; i < t.length; i++) {
            Enclosure size =
                    Enclosure.of(weights[i]).times(Enclosure.of(powers[i])).times(power(t[i].abs(), powers[i] - 1));
            slopes[i] = t[i].low().signum() >= 0 ? size : size.negated();
        }
        return turned(slopes);
    }

    private Enclosure[] turned(Enclosure[] point) {
        if (!mixed) {
            return point;
        }
        Enclosure[] turned = new Enclosure[point.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Enclosure.of(0);
            for (int j = 0; j < turned.length; j++) {
                turned[i] = turned[i].plus(Enclosure.of(SIGNS[i][j] / 2).times(point[j]));
            }
        }
        return turned;
    }

    private static Enclosure power(Enclosure size, double power) {
        Enclosure product = power == Math.rint(power) ? Enclosure.ONE : size.sqrt();
        for (int k = 1; k <= power; k++) {
            product = product.times(size);
        }
        return product;
    }

    /** A Lipschitz constant of ∇f on the ball of that radius around 0; powers are at least 2. */
    public double smoothness(double radius) {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            largest = Math.max(largest, weights[i] * powers[i] * (powers[i] - 1) * power(radius, powers[i] - 2));
        }
        return largest;
    }

    /** c of f ≥ c‖x‖⁴ on the ball of that radius, for powers 2 and 4: ½λu² ≥ (λ/2r²)u⁴ there. */
    public double quarticGrowth(double radius) {
        double inverses = 0;
        for (int i = 0; i < weights.length; i++) {
            inverses += powers[i] == 4 ? 1 / weights[i] : radius * radius / weights[i];
        }
        return 1 / inverses;
    }

    /** c of Σ mⱼtⱼ⁴ ≥ c‖t‖⁴ over the coordinates of fourth power: 1/Σ(1/mⱼ). */
    public double leastQuartic() {
        double inverses = 0;
        for (int i = 0; i < weights.length; i++) {
            inverses += powers[i] == 4 ? 1 / weights[i] : 0;
        }
        return 1 / inverses;
    }

    /** Σ(1/mⱼ), enclosed. */
    public Enclosure exactQuarticInverses() {
        Enclosure inverses = Enclosure.ZERO;
        for (int i = 0; i < weights.length; i++) {
            inverses = powers[i] == 4 ? inverses.plus(Enclosure.ONE.over(Enclosure.of(weights[i]))) : inverses;
        }
        return inverses;
    }

    /** max mⱼ over the coordinates of fourth power. */
    public double largestQuartic() {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            largest = powers[i] == 4 ? Math.max(largest, weights[i]) : largest;
        }
        return largest;
    }

    @Override
    public double order() {
        return Arrays.stream(powers).max().orElse(2);
    }

    @Override
    public double[] curvatures() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            if (powers[i] == 2) {
                least = Math.min(least, 2 * weights[i]);
                most = Math.max(most, 2 * weights[i]);
            }
        }
        return most == 0 ? new double[0] : new double[] {least, most};
    }

    @Override
    public boolean smooth() {
        return Arrays.stream(powers).min().orElse(2) >= 2;
    }
}
