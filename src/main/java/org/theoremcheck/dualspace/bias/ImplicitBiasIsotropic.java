package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/**
 * An isotropic preconditioner finds the solution that gradient descent finds: the one nearest to the start.
 *
 * <p><b>Setting.</b> XW = Y with X ∈ R^{n×d} of full row rank, K(G) = h(‖G‖_F): gradient descent, normalized gradient descent smoothed or not,
 * clipping by norm. Any loss. W_GD = W₀ + X⁺(Y − XW₀).
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) with any steps.
 *
 * <p><b>Claim.</b> At every t, whether the run converges or not,
 * <pre>
 *   ‖Wₜ − W_GD‖  ≤  ‖Rₜ‖/σₙ
 * </pre>
 * Hence XW_∞ = Y implies W_∞ = W_GD = argmin ‖W − W₀‖ subject to XW = Y.
 *
 * <p><b>Constant.</b> {@link RowSpaceInvariance}: Wₜ − W₀ = X⁺X(Wₜ − W₀) = X⁺(Rₜ − R₀) and W_GD − W₀ = −X⁺R₀, so that Wₜ − W_GD = X⁺Rₜ.
 *
 * <p><b>Hypotheses.</b> K isotropic; singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> See {@link BiasMeter}. W_GD is found by a singular value decomposition of X.
 *
 * <p><b>Tightness.</b> Ratio 1: n = 1.
 *
 * <p><b>References.</b> Gunasekar et al. 2018, section 2.
 */
final class ImplicitBiasIsotropic {

    private static final String ID = "implicit-bias-isotropic";

    private static final Compare<Bias> STATEMENT = BiasSetting.within(
            Compare.compare(BiasSetting.DISTANCE).atMost(BiasSetting.RESIDUAL), Bias.Budgets::distance);

    static final Theorem<Problem, Optimizer, Bias> THEOREM = Theorem.theorem(
                    ID,
                    "Isotropic preconditioners find the solution of gradient descent",
                    BiasSetting.SOURCE,
                    BiasSetting.setting(
                            ID,
                            STATEMENT,
                            families(),
                            BiasSetting.of(ID, "isotropic", List.of(Symmetry.ISOTROPIC), BiasSetting.clipped(0.2)),
                            Problems.singularValues(ID, overstated())),
                    STATEMENT,
                    new Tightness(1, "attained where n = 1"))
            .control("implicit-bias-constant", "the residual at 0.99", scale("residual", 0.99))
            .control(
                    "ds-n6",
                    "entries clipped by value: W_∞ = (38/125, 87/250), W_GD = (1/5, 2/5)",
                    without("isotropic"))
            .control(
                    "ds-n13",
                    "W_∞ = X⁺Y whatever the start",
                    swap("distance", term("from-least-norm", "‖Wₜ − X⁺Y‖", Bias::fromLeastNorm)),
                    witness(elsewhere()))
            .control("implicit-bias-overstated", "σₙ smaller than it is said to be", without("singular values"))
            .control(
                    "implicit-bias-elementwise",
                    "entries clipped in place of the norm",
                    subject(Slips::elementwise),
                    BiasSetting.onShortRuns());

    private ImplicitBiasIsotropic() {}

    private static List<Family<Problem>> families() {
        List<Kind> kinds = Kind.of(Symmetry.ISOTROPIC);
        List<Family<Problem>> families = BiasSetting.families(ID, "isotropic", kinds);
        families.add(BiasSetting.longest(ID, List.of(Kind.SMOOTHED_NORMALIZATION, Kind.CLIPPING_BY_NORM)));
        return families;
    }

    /** X = 1, said to be 2. */
    private static Problem overstated() {
        return new Problem(
                new double[][] {{1}},
                2,
                2,
                new double[][] {{0}},
                new double[][] {{1}},
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {0.125},
                1);
    }

    /** X = (1, 0), Y = 0 from (0, 1), a solution, by gradient descent: it stays, and X⁺Y = 0. */
    private static Problem elsewhere() {
        return new Problem(
                new double[][] {{1, 0}},
                1,
                1,
                new double[][] {{0}},
                new double[][] {{0}, {1}},
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {0.5},
                1);
    }
}
