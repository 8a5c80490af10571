package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * Φ(x) = ½‖x‖² on R^d for the norm of the geometry itself. ∇Φ is homogeneous, and so is the mirror image: to cap the norm of a point
 * is to scale its image.
 */
public sealed interface SquaredNorm extends Geometry permits Mahalanobis, PNorm {

    /** ‖x‖ of the point with this mirror image; relative error as for any norm. */
    double mirrorNorm(double[] mirror);

    /** The x of norm 1 for which ⟨slope, x⟩ is the dual norm of the slope; 0 for 0. */
    double[] aligned(double[] slope);

    @Override
    default double potential(double[] x) {
        double norm = norm(x);
        return norm * norm / 2;
    }

    @Override
    default double potentialError(int dimension) {
        return 2 * normError(dimension) + 2;
    }

    @Override
    default double supDivergence(double[] y) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default double largestDivergence(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default double diameter(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default double @Nullable [] bestResponse(double[] total) {
        return null;
    }

    @Override
    default double outside(double[] point) {
        return 0;
    }

    @Override
    default boolean affine() {
        return true;
    }

    @Override
    default Enclosure exactPotential(double[] x) {
        return exactSquaredNorm(Enclosures.of(x)).times(Enclosure.of(0.5));
    }
}
