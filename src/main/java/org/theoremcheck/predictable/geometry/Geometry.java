package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;

/**
 * A domain X with a mirror map Φ that is λ-strongly convex on X with respect to a norm: B(x, y) ≥ (λ/2)‖x − y‖² for the Bregman
 * divergence B(x, y) = Φ(x) − Φ(y) − ⟨∇Φ(y), x − y⟩.
 *
 * <p>Algorithms move a <em>mirror image</em>, whatever representation of a point suits Φ: the point itself for Φ = ½‖x‖², its
 * logarithms for the entropy. Nothing else of a geometry is known to them.
 */
public sealed interface Geometry permits Euclidean, Entropy {

    /** λ, positive. */
    double modulus();

    /** ‖v‖. */
    double norm(double[] v);

    /** ‖a − b‖²_* for the dual norm ‖v‖_* = sup {⟨v, x⟩ : ‖x‖ ≤ 1}. */
    double squaredDualDistance(double[] a, double[] b);

    /** Whether ‖·‖_* is the Euclidean norm, so that a loop over coordinates may sum it along with the rest. */
    boolean euclideanDual();

    /** The mirror image of a point of X at which Φ is differentiable, as a new array. */
    double[] mirror(double[] point);

    /** The mirror image where ∇Φ vanishes: the step from it is the step of follow-the-regularized-leader. */
    double[] origin(int dimension);

    /** prox_z(ηa) = argmin over x in X of ⟨ηa, x⟩ + B(x, z), from the mirror image of z to that of the result; both may be one. */
    void step(double[] from, double eta, double[] slope, double[] to);

    /** The point with this mirror image: a new array or the mirror image itself. */
    double[] point(double[] mirror);

    /** B(x, y) ≥ 0, by a form without cancellation; relative error at most {@link #divergenceError} u. */
    double divergence(double[] x, double[] y);

    /** Bound on the relative error of {@link #divergence} and {@link #potential}, in units of u. */
    double divergenceError(int dimension);

    /** Φ(x) − min over X of Φ. */
    double potential(double[] x);

    /** sup over u in X of B(u, y); infinite where X or Φ is unbounded. */
    double supDivergence(double[] y);

    /** sup over x, y in X of ‖x − y‖. */
    double diameter(int dimension);

    /** argmin over u in X of ⟨total, u⟩; null where X is unbounded. */
    double @Nullable [] bestResponse(double[] total);

    /** How far a point is outside X in the norm; 0 inside and within the rounding of a projection. */
    double outside(double[] point);

    /** Whether X is convex, as every theorem needs. */
    boolean convex();

    /** Whether only affine constraints can be active in a step, so that the three-point inequality is an equality. */
    boolean affine();

    /**
     * Bound on ‖r‖_*, where a step in floating point is an exact step for the slope ηa + r.
     *
     * @param start the first point
     * @param farthest largest Euclidean norm of any point
     * @param drift largest ‖Σ ηg‖_∞ over the rounds
     * @param slope largest η‖a‖_*
     */
    double residual(double[] start, double farthest, double drift, double slope);

    /** B(x, y) enclosed. */
    Enclosure exactDivergence(double[] x, double[] y);

    /** Φ(x) − min over X of Φ, enclosed. */
    Enclosure exactPotential(double[] x);

    /** ‖v‖² enclosed. */
    Enclosure exactSquaredNorm(Enclosure[] v);

    /** ‖v‖_*² enclosed. */
    Enclosure exactSquaredDualNorm(Enclosure[] v);
}
