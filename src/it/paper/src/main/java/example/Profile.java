package example;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Stable;

/** h ≥ 0 on the line, even, with h(0) = 0 and sup |h″| = 1. */
enum Profile {
    /** ½z². */
    QUADRATIC,
    /** ½z² up to |z| = 1, and |z| − ½ beyond. */
    HUBER,
    /** ln cosh z. */
    LOG_COSH,
    /** 1 − cos z = 2 sin²(z/2): not convex. */
    COSINE;

    /**
     * Bound on the relative errors of {@link #value} and {@link #derivative}, in units roundoff. The largest is that of
     * {@link Stable#logCosh}; StrictMath's tanh is good to 2.5 ulp, an ulp being at most two units, and its sine to 1 ulp.
     */
    static final double ROUNDINGS = Stable.LOG_COSH_ERROR;

    private static final Enclosure HALF = Enclosure.of(0.5);

    boolean convex() {
        return this != COSINE;
    }

    /** h(z). */
    double value(double z) {
        return switch (this) {
            case QUADRATIC -> z * z / 2;
            case HUBER -> Math.abs(z) <= 1 ? z * z / 2 : Math.abs(z) - 0.5;
            case LOG_COSH -> Stable.logCosh(z);
            case COSINE -> {
                double sine = StrictMath.sin(z / 2);
                yield 2 * sine * sine;
            }
        };
    }

    /** h′(z). */
    double derivative(double z) {
        return switch (this) {
            case QUADRATIC -> z;
            case HUBER -> Math.max(-1, Math.min(1, z));
            case LOG_COSH -> StrictMath.tanh(z);
            case COSINE -> StrictMath.sin(z);
        };
    }

    /** h(z), enclosed. */
    Enclosure exactValue(Enclosure z) {
        return switch (this) {
            case QUADRATIC -> z.squared().times(HALF);
            case HUBER -> z.abs().exceeds(1) ? z.abs().minus(HALF) : z.squared().times(HALF);
            case LOG_COSH -> Enclosures.logCosh(z);
            case COSINE -> z.times(HALF).sin().squared().times(Enclosure.of(2));
        };
    }
}
