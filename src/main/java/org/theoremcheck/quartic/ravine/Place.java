package org.theoremcheck.quartic.ravine;

import java.util.Arrays;
import org.theoremcheck.quartic.objective.RavinePolynomial;

/**
 * A point near a ravine.
 *
 * @param polynomial f
 * @param point (u, v)
 */
public record Place(RavinePolynomial polynomial, double[] point) {

    /**
     * A place.
     *
     * @throws IllegalArgumentException if the point is not of the function's dimension
     */
    public Place {
        if (point.length != polynomial.dimension()) {
            throw new IllegalArgumentException(
                    "the point has dimension %d, expected %d".formatted(point.length, polynomial.dimension()));
        }
    }

    /** u. */
    double[] normal() {
        return Arrays.copyOf(point, polynomial.stiffness().length);
    }

    /** v. */
    double[] tangent() {
        return polynomial.tangent(point);
    }

    /** (u, v) with another u. */
    double[] above(double[] normal) {
        double[] other = point.clone();
        System.arraycopy(normal, 0, other, 0, normal.length);
        return other;
    }
}
