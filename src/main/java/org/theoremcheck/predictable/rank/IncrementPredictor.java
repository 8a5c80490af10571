package org.theoremcheck.predictable.rank;

/**
 * The role of a predictor of increments in hindsight: it sees all gradients g₀, …, g_T first, and then names directions aₖ in R^d with
 * their weights bₖ in R^T, the most important first. Its rank-r prediction is
 *
 * <pre>
 *   mₜ = gₜ₋₁ + Σ_{k&lt;r} bₖ(t) aₖ,   t = 1, …, T
 * </pre>
 *
 * so that the rank is at most r whatever the answers are: nothing has to be said about the rank of a rounded matrix.
 */
public interface IncrementPredictor {

    /** Takes in the next gradient, g₀ first. The array is the predictor's to use until the method returns. */
    void observe(double[] gradient);

    /** r*(ε): the smallest number of directions that leave at most the share ε of the energy ‖H‖²_F; at most min(d, T). */
    int rank(double epsilon);

    /** aₖ in R^d for k = 0, …, min(d, T) − 1, asked for in ascending order. */
    double[] direction(int k);

    /** bₖ in R^T, for the k whose direction was asked for last. */
    double[] weights(int k);
}
