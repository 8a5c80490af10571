package org.theoremcheck.dualspace.loss;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Stable;

/**
 * A convex loss of one residual with ℓ(0) = 0 and no other minimizer; ℓ(R) = Σ ℓ(rᵢⱼ) is that of a matrix. Constants hold for residuals
 * of size at most ρ, and are rounded outward.
 */
public enum Loss {
    /** ½r². */
    SQUARED {
        @Override
        public double value(double r) {
            return r * r / 2;
        }

        @Override
        public double derivative(double r) {
            return r;
        }

        @Override
        public double radius(double level) {
            return Math.sqrt(2 * level) * OUTWARD;
        }

        @Override
        public double polyakLojasiewicz(double radius) {
            return 1;
        }

        @Override
        public Enclosure exactValue(Enclosure r) {
            return r.squared().over(TWO);
        }

        @Override
        public Enclosure exactDerivative(Enclosure r) {
            return r;
        }
    },

    /** ln cosh r. */
    LOG_COSH {
        @Override
        public double value(double r) {
            return Stable.logCosh(r);
        }

        @Override
        public double derivative(double r) {
            return StrictMath.tanh(r);
        }

        /** arcosh e^l = l + ln(1 + √(1 − e⁻²ˡ)). */
        @Override
        public double radius(double level) {
            return (level + StrictMath.log1p(Math.sqrt(-StrictMath.expm1(-2 * level)))) * OUTWARD;
        }

        @Override
        public double polyakLojasiewicz(double radius) {
            double slope = StrictMath.tanh(radius);
            return radius == 0 ? 1 : slope * slope / (2 * Stable.logCosh(radius)) / OUTWARD;
        }

        @Override
        public Enclosure exactValue(Enclosure r) {
            return Enclosures.logCosh(r);
        }

        @Override
        public Enclosure exactDerivative(Enclosure r) {
            return Enclosures.tanh(r);
        }
    },

    /** √(1 + r²) − 1. */
    PSEUDO_HUBER {
        @Override
        public double value(double r) {
            return r * r / (Math.sqrt(1 + r * r) + 1);
        }

        @Override
        public double derivative(double r) {
            return r / Math.sqrt(1 + r * r);
        }

        @Override
        public double radius(double level) {
            return Math.sqrt(level * (level + 2)) * OUTWARD;
        }

        @Override
        public double polyakLojasiewicz(double radius) {
            double square = 1 + radius * radius;
            return (Math.sqrt(square) + 1) / (2 * square) / OUTWARD;
        }

        @Override
        public Enclosure exactValue(Enclosure r) {
            return Enclosure.ONE.plus(r.squared()).sqrt().minus(Enclosure.ONE);
        }

        @Override
        public Enclosure exactDerivative(Enclosure r) {
            return r.over(Enclosure.ONE.plus(r.squared()).sqrt());
        }
    },

    /** ¼r⁴: flat at its minimum, where no Polyak-Łojasiewicz constant is positive, and steeper than any parabola far from it. */
    QUARTIC {
        @Override
        public double value(double r) {
            return r * r * r * r / 4;
        }

        @Override
        public double derivative(double r) {
            return r * r * r;
        }

        @Override
        public double radius(double level) {
            return Math.sqrt(Math.sqrt(4 * level)) * OUTWARD;
        }

        @Override
        public double lipschitz(double radius) {
            return 3 * radius * radius * OUTWARD;
        }

        @Override
        public double polyakLojasiewicz(double radius) {
            return 0;
        }

        @Override
        public Enclosure exactValue(Enclosure r) {
            return r.squared().squared().over(TWO).over(TWO);
        }

        @Override
        public Enclosure exactDerivative(Enclosure r) {
            return r.squared().times(r);
        }
    };

    /** Bound on the relative error of value and derivative, in units of u. */
    public static final double ERROR = 16;

    /** More than the roundings of a constant: of it, only a bound is needed. */
    private static final double OUTWARD = 1 + 0x1p-44;

    private static final Enclosure TWO = Enclosure.of(2);

    /** ℓ(r). */
    public abstract double value(double r);

    /** ℓ′(r). */
    public abstract double derivative(double r);

    /** ρ ≥ 0 with ℓ(ρ) = level: no residual is larger where the loss of all is at most that. */
    public abstract double radius(double level);

    /** β with |ℓ′(r) − ℓ′(s)| ≤ β|r − s|. */
    public double lipschitz(double radius) {
        return 1;
    }

    /** μ with ℓ′(r)² ≥ 2μ ℓ(r). */
    public abstract double polyakLojasiewicz(double radius);

    /** ℓ(r), enclosed. */
    public abstract Enclosure exactValue(Enclosure r);

    /** ℓ′(r), enclosed. */
    public abstract Enclosure exactDerivative(Enclosure r);
}
