package org.theoremcheck.dualspace.model;

/**
 * The constants of a problem, as the doubles by which its theorems are stated: bounds, rounded outward where they are rounded.
 *
 * @param initialLoss ℓ(R₀)
 * @param lossLipschitz β_ℓ, on the sublevel set of W₀
 * @param polyakLojasiewicz μ_ℓ, on the same set
 * @param lipschitz β of ∇K
 * @param upperSecant β of ‖∇K‖² ≤ β⟨∇K, G⟩
 * @param lowerSecant μ of ⟨∇K, G⟩ ≥ μ‖G‖² for ‖G‖ ≤ σ₁√(2β_ℓ ℓ(R₀))
 * @param cosine lower bound of the cosine of the angle between ∇K(G) and G
 */
public record Constants(
        double initialLoss,
        double lossLipschitz,
        double polyakLojasiewicz,
        double lipschitz,
        double upperSecant,
        double lowerSecant,
        double cosine) {

    /** More than the roundings of what it multiplies, the loss's error at W₀ included where residuals are not tiny. */
    private static final double OUTWARD = 1 + 0x1p-36;

    static Constants of(Problem problem) {
        double loss = problem.initial().loss(problem);
        double radius = problem.loss().radius(loss * OUTWARD);
        double lossLipschitz = problem.loss().lipschitz(radius);
        double largestGradient = problem.largest() * Math.sqrt(2 * lossLipschitz * loss) * OUTWARD;
        var preconditioner = problem.preconditioner();
        double upper = preconditioner.upperSecant();
        double lower = preconditioner.lowerSecant(largestGradient, problem.dimension() * problem.outputs());
        // Kantorovich where ∇K(G) = A G with a symmetric A.
        double cosine = preconditioner.symmetricSecant()
                ? 2 * Math.sqrt(lower * upper) / (lower + upper)
                : Math.sqrt(lower / upper);
        return new Constants(
                loss,
                lossLipschitz,
                problem.loss().polyakLojasiewicz(radius),
                preconditioner.lipschitz(),
                upper,
                lower,
                Math.min(1, lower == upper ? 1 : cosine / OUTWARD));
    }

    /** θ = η β β_ℓ σ₁² with the β of secants: descent needs 0 &lt; θ &lt; 2. */
    public double relativeStep(Problem problem) {
        return relativeStep(problem, upperSecant);
    }

    /** θ with the Lipschitz constant of ∇K. */
    public double lipschitzStep(Problem problem) {
        return relativeStep(problem, lipschitz);
    }

    private double relativeStep(Problem problem, double beta) {
        return problem.step(0) * beta * lossLipschitz * problem.largest() * problem.largest();
    }

    /** θ(2 − θ)/(κ_K κ_ℓ κ_X²), which the loss decreases by in each step; 0 where a constant is. */
    public double rate(Problem problem) {
        double theta = relativeStep(problem);
        double inverseCondition = problem.smallest() / problem.largest();
        return theta
                * (2 - theta)
                * (lowerSecant / upperSecant)
                * (polyakLojasiewicz / lossLipschitz)
                * inverseCondition
                * inverseCondition;
    }

    /** c = κ_X √κ_ℓ / (cos · (1 − θ/2)), by which the path is longer than the way to the nearest solution at most. */
    public double pathFactor(Problem problem) {
        return problem.largest()
                / problem.smallest()
                * Math.sqrt(lossLipschitz / polyakLojasiewicz)
                / (cosine * (1 - relativeStep(problem) / 2));
    }

    /** Bound on the length of the path from a point with the given loss: 2√ℓ/((1 − θ/2) cos σₙ √(2μ_ℓ)). */
    public double remainingPath(Problem problem, double loss) {
        return 2
                * Math.sqrt(loss)
                / ((1 - relativeStep(problem) / 2) * cosine * problem.smallest() * Math.sqrt(2 * polyakLojasiewicz));
    }
}
