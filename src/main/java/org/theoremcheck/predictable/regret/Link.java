package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Stable;

/** φ(z, b): how a score z = ⟨a, x⟩ is charged against a target b. */
public enum Link {
    /** ½(z − b)². */
    SQUARE,
    /** ln(1 + e^(−bz)), b = ±1. */
    LOGISTIC,
    /** |z − b|, with derivative 0 at the kink. */
    ABSOLUTE,
    /** max(0, 1 − bz), with derivative 0 at the kink. */
    HINGE,
    /** −½(z − b)², which is not convex. */
    CONCAVE;

    /** φ(z, b). */
    double value(double z, double b) {
        return switch (this) {
            case SQUARE -> (z - b) * (z - b) / 2;
            case LOGISTIC -> Stable.softplus(-b * z);
            case ABSOLUTE -> Math.abs(z - b);
            case HINGE -> Math.max(0, 1 - b * z);
            case CONCAVE -> -(z - b) * (z - b) / 2;
        };
    }

    /** ∂φ/∂z. */
    double derivative(double z, double b) {
        return switch (this) {
            case SQUARE -> z - b;
            case LOGISTIC -> -b * Stable.sigmoid(-b * z);
            case ABSOLUTE -> Math.signum(z - b);
            case HINGE -> b * z < 1 ? -b : 0;
            case CONCAVE -> b - z;
        };
    }

    /** φ(z, b) enclosed. */
    Enclosure exact(Enclosure z, Enclosure b) {
        Enclosure residual = z.minus(b);
        return switch (this) {
            case SQUARE -> residual.squared().times(Enclosure.of(0.5));
            case LOGISTIC -> {
                // ln(1 + e^s) = max(s, 0) + ln(1 + e^(−|s|)), which never overflows.
                Enclosure s = z.times(b).negated();
                yield s.max(Enclosure.ZERO)
                        .plus(Enclosure.ONE.plus(s.abs().negated().exp()).log());
            }
            case ABSOLUTE -> residual.abs();
            case HINGE -> Enclosure.ONE.minus(z.times(b)).max(Enclosure.ZERO);
            case CONCAVE -> residual.squared().times(Enclosure.of(-0.5));
        };
    }

    /** Bound on |∂φ/∂z| and on |∂²φ/∂z²| for |z| + |b| ≤ size, with |b| ≥ 1 counted as a slope. */
    double slope(double size) {
        return this == SQUARE || this == CONCAVE ? 1 + size : size;
    }
}
