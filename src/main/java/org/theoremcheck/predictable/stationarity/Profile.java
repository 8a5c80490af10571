package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Stable;

/**
 * φ ≥ 0 on the line, with infimum 0. Values and derivatives are written without cancellation: both have a relative error of at most
 * {@link #ROUNDINGS} units roundoff, a function of StrictMath (less than one ulp) counted as two.
 */
public enum Profile {
    /** ½x². */
    QUADRATIC,
    /** 1 − cos x = 2 sin²(x/2). */
    COSINE,
    /** ln(1 + x²). */
    LOGARITHM,
    /** ½x² up to |x| = 1, and |x| − ½ beyond. */
    HUBER,
    /** 1/(1 + e⁻ˣ); the infimum 0 is not attained. */
    SIGMOID,
    /** |x|, with derivative 0 at the kink: not smooth. */
    ABSOLUTE;

    /** The longest chain is that of σ′: e (2), 1 + e (1) twice over, their square (1), the quotient (1). */
    static final int ROUNDINGS = 8;

    /** 1/(6√3) = 0.09622504486493762…, the largest slope of σ′, at e⁻ˣ = 2 ± √3; the double beside it is the larger one. */
    private static final double STEEPEST_SIGMOID = 0x1.8a2345cc04426p-4;

    private static final Enclosure HALF = Enclosure.of(0.5);
    private static final Enclosure TWO = Enclosure.of(2);

    /** Below this ln(1 + x²) = x² up to half a unit roundoff. */
    private static final double SMALL = 0x1p-27;

    /** sup |φ″|, or a double just above it; 1 for the profile that has none. */
    double curvature() {
        return switch (this) {
            case QUADRATIC, COSINE, HUBER, ABSOLUTE -> 1;
            case LOGARITHM -> 2;
            case SIGMOID -> STEEPEST_SIGMOID;
        };
    }

    /** φ(x)·scale; of a square one factor is scaled, so that x² need not be a double. */
    double value(double x, double scale) {
        double size = Math.abs(x);
        return switch (this) {
            case QUADRATIC -> x * scale * x / 2;
            case COSINE -> {
                double sine = StrictMath.sin(x / 2);
                yield 2 * (sine * scale * sine);
            }
            case LOGARITHM -> {
                if (size <= SMALL) {
                    yield x * scale * x;
                }
                yield size <= 1
                        ? StrictMath.log1p(x * x) * scale
                        : (2 * StrictMath.log(size) + StrictMath.log1p(1 / x / x)) * scale;
            }
            case HUBER -> size <= 1 ? x * scale * x / 2 : (size - 0.5) * scale;
            case SIGMOID -> Stable.sigmoid(x) * scale;
            case ABSOLUTE -> size * scale;
        };
    }

    /** φ′(x). */
    double derivative(double x) {
        return switch (this) {
            case QUADRATIC -> x;
            case COSINE -> StrictMath.sin(x);
            case LOGARITHM -> Math.abs(x) <= 1 ? 2 * x / (1 + x * x) : 2 / (x + 1 / x);
            case HUBER -> Math.max(-1, Math.min(1, x));
            case SIGMOID -> {
                double e = StrictMath.exp(-Math.abs(x));
                yield e / ((1 + e) * (1 + e));
            }
            case ABSOLUTE -> Math.signum(x);
        };
    }

    /** φ(x), enclosed. */
    Enclosure exactValue(Enclosure x) {
        return switch (this) {
            case QUADRATIC -> x.squared().times(HALF);
            case COSINE -> x.times(HALF).sin().squared().times(TWO);
            case LOGARITHM -> Enclosure.ONE.plus(x.squared()).log();
            case HUBER -> x.abs().exceeds(1) ? x.abs().minus(HALF) : x.squared().times(HALF);
            case SIGMOID -> Enclosure.ONE.over(Enclosure.ONE.plus(x.negated().exp()));
            case ABSOLUTE -> x.abs();
        };
    }

    /** φ′(x), enclosed. */
    Enclosure exactDerivative(Enclosure x) {
        return switch (this) {
            case QUADRATIC -> x;
            case COSINE -> x.sin();
            case LOGARITHM -> TWO.times(x).over(Enclosure.ONE.plus(x.squared()));
            case HUBER -> x.min(Enclosure.ONE).max(Enclosure.ONE.negated());
            case SIGMOID -> {
                Enclosure power = x.exp();
                yield power.over(Enclosure.ONE.plus(power).squared());
            }
            case ABSOLUTE -> Enclosure.of(x.low().signum());
        };
    }
}
