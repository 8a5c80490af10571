package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

/**
 * A domain X with a mirror map Φ that is λ-strongly convex on X with respect to a norm: B(x, y) ≥ (λ/2)‖x − y‖² for the Bregman
 * divergence B(x, y) = Φ(x) − Φ(y) − ⟨∇Φ(y), x − y⟩.
 *
 * <p>Algorithms move a <em>mirror image</em>, whatever representation of a point suits Φ: the point itself for Φ = ½‖x‖², its
 * logarithms for the entropy. Nothing else of a geometry is known to them.
 *
 * <p>What rounding does to a run has two parts. The mirror image is moved by floating-point steps, each of which is an exact step
 * for a slope that is off by a {@link #residual}; and the point that is played is the image's, off by {@link #pointError}, which
 * does not feed back.
 */
public sealed interface Geometry permits EuclideanNorm, NormBall, SquaredNorm, SumNorm, VonNeumann {

    /** λ, positive. */
    double modulus();

    /** ‖v‖. */
    double norm(double[] v);

    /** ‖a − b‖²_* for the dual norm ‖v‖_* = sup {⟨v, x⟩ : ‖x‖ ≤ 1}. */
    double squaredDualDistance(double[] a, double[] b);

    /** Bound on the relative error of a norm or dual norm, in units of u. */
    default double normError(int dimension) {
        return dimension / 2.0 + 2;
    }

    /** Bound on the ratio of the norm to the Euclidean one. */
    default double normRatio(int dimension) {
        return Math.sqrt(dimension);
    }

    /** Bound on the ratio of the dual norm to the Euclidean one. */
    default double dualRatio() {
        return 1;
    }

    /** Whether ‖·‖_* is the Euclidean norm, so that a loop over coordinates may sum it along with the rest. */
    default boolean euclideanDual() {
        return false;
    }

    /** Whether vectors of this length are points or slopes of the geometry. */
    default boolean fits(int dimension) {
        return dimension >= 1;
    }

    /** The mirror image of a point of X at which Φ is differentiable, as a new array. */
    double[] mirror(double[] point);

    /** The mirror image where ∇Φ vanishes: the step from it is the step of follow-the-regularized-leader. */
    default double[] origin(int dimension) {
        return new double[dimension];
    }

    /**
     * prox_z(ηa) = argmin over x in X of ⟨ηa, x⟩ + B(x, z), from the mirror image of z to that of the result; both may be one.
     * That is z − ηa where the image is ∇Φ, up to what is orthogonal to X, and only affine constraints can be active.
     */
    default void step(double[] from, double eta, double[] slope, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - eta * slope[i];
        }
    }

    /** The point with this mirror image: a new array or the mirror image itself. */
    double[] point(double[] mirror);

    /** B(x, y) ≥ 0, by a form without cancellation; relative error at most {@link #divergenceError} u. */
    double divergence(double[] x, double[] y);

    /** Bound on the relative error of {@link #divergence}, in units of u. */
    double divergenceError(int dimension);

    /** Φ(x) − min over X of Φ. */
    double potential(double[] x);

    /** Bound on the relative error of {@link #potential}, in units of u. */
    default double potentialError(int dimension) {
        return divergenceError(dimension);
    }

    /** sup over u in X of B(u, y); infinite where X or Φ is unbounded. */
    double supDivergence(double[] y);

    /** sup over x and y in X of B(x, y); infinite where X or ∇Φ is unbounded. */
    double largestDivergence(int dimension);

    /** sup over x, y in X of ‖x − y‖. */
    double diameter(int dimension);

    /** argmin over u in X of ⟨total, u⟩; null where there is none. */
    double @Nullable [] bestResponse(double[] total);

    /** How far a point is outside X in the norm; 0 inside and within the rounding of a projection. */
    double outside(double[] point);

    /** Whether X is convex, as every theorem needs. */
    default boolean convex() {
        return true;
    }

    /** Whether only affine constraints can be active in a step, so that the three-point inequality is an equality. */
    boolean affine();

    /**
     * Bound on ‖r‖_*, where a step of the mirror image in floating point is an exact step for the slope ηa + r.
     *
     * @param start the first point
     * @param farthest largest Euclidean norm of any point
     * @param drift bound on ‖Σ ηg‖_* over the rounds
     * @param slope bound on η‖a‖_* over the rounds
     */
    double residual(double[] start, double farthest, double drift, double slope);

    /** Bound on the error of {@link #point} in the Euclidean norm, in units of u times the Euclidean norm of the point. */
    double pointError(int dimension);

    /** Bound on ‖r‖_*, where a point in floating point has exactly the mirror image off by r; arguments as for {@link #residual}. */
    double pointResidual(double[] start, double drift, double slope);

    /** B(x, y) enclosed. */
    Enclosure exactDivergence(double[] x, double[] y);

    /** Φ(x) − min over X of Φ, enclosed. */
    Enclosure exactPotential(double[] x);

    /** ‖v‖² enclosed. */
    Enclosure exactSquaredNorm(Enclosure[] v);

    /** ‖v‖_*² enclosed. */
    Enclosure exactSquaredDualNorm(Enclosure[] v);

    /** How far a point is outside a domain that is open where a coordinate is 0, given how far it is outside of its closure. */
    static double outsideOfOpen(double[] point, double outsideOfClosure) {
        boolean open = point[Vectors.smallestIndex(point)] <= 0;
        return open && outsideOfClosure == 0 ? Double.MIN_NORMAL : outsideOfClosure;
    }

    /** Refuses a parameter that is not a positive finite number. */
    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the %s of a geometry is positive, got %s".formatted(name, value));
        }
    }
}
