package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.dualspace.preconditioner.HalfSquaredNorm;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.RightMultiplication;
import org.theoremcheck.dualspace.preconditioner.Spectral;

/**
 * With one output, every preconditioner that is not isotropic leaves the row space for some data.
 *
 * <p><b>Setting.</b> k = 1, d ≥ 2, K continuously differentiable and not a function of ‖g‖₂: an existence claim, with a witness for each K that
 * has a name.
 *
 * <p><b>Algorithm.</b> One step Wₜ₊₁ = Wₜ − η ∇K(Gₜ) with one sample.
 *
 * <p><b>Claim.</b> For each named K there are data with
 * <pre>
 *   ‖W₁ − W₀‖/1000  ≤  ‖(I − X⁺X)(W₁ − W₀)‖
 * </pre>
 *
 * <p><b>Constant.</b> If ∇K(g) were parallel to g for all g, the derivative of K along any curve on a sphere would be 0, and spheres are
 * connected for d ≥ 2: K would be radial. So ∇K(g) is not parallel to some g, and X = gᵀ is the witness. The thousandth keeps clear of rounding.
 *
 * <p><b>Hypotheses.</b> None beyond the setting. With several outputs it is false: see control only-isotropic-keeps-bias.
 *
 * <p><b>Rounding.</b> See {@link BiasMeter}.
 *
 * <p><b>Tightness.</b> None: existence.
 *
 * <p><b>References.</b> Gunasekar et al. 2018, section 2.
 */
final class IsotropyNecessary {

    private static final String ID = "isotropy-necessary";

    private static final Compare<Bias> STATEMENT = BiasSetting.within(
            Compare.compare(term("moved", 1e-3, "‖W₁ − W₀‖", Bias::moved))
                    .atMost(term("orthogonal", "‖(I − X⁺X)(W₁ − W₀)‖", Bias::orthogonal)),
            Bias.Budgets::orthogonal);

    static final Theorem<Problem, Optimizer, Bias> THEOREM = Theorem.theorem(
                    ID,
                    "With one output, a preconditioner that is not isotropic leaves the row space",
                    BiasSetting.SOURCE.at("Derived: the converse of the implicit bias of isotropic preconditioners"),
                    BiasSetting.setting(
                            ID,
                            STATEMENT,
                            List.of(Family.of(
                                    ID + "/named",
                                    "named",
                                    one(Blockwise.elementwise(new Profile(Shape.SOFT, 0.5))),
                                    one(Blockwise.elementwise(new Profile(Shape.HYPOTENUSE, 0.5))),
                                    one(Blockwise.elementwise(new Profile(Shape.HUBER, 0.5))),
                                    one(Blockwise.elementwise(Profile.of(Shape.ABSOLUTE))),
                                    one(new Blockwise(Partition.ROWS, new Profile(Shape.HYPOTENUSE, 0.5))),
                                    one(new HalfSquaredNorm(2)),
                                    one(new HalfSquaredNorm(3)),
                                    one(new Diagonal(new double[] {1, 4}))))),
                    STATEMENT,
                    Tightness.NONE)
            .control("isotropy-necessary-all", "the whole step leaves it", scale("moved", 1000))
            .control(
                    "only-isotropic-keeps-bias",
                    "with two outputs, orthogonalization, columns and G P leave it too",
                    on(Family.of(
                            "only-isotropic-keeps-bias/columns",
                            "columns",
                            two(new Spectral(0.5)),
                            two(new Blockwise(Partition.COLUMNS, new Profile(Shape.HYPOTENUSE, 0.5))),
                            two(new RightMultiplication(new double[][] {{2, 1}, {1, 2}}, 1, 3)))))
            .control("isotropy-necessary-plain", "gradient descent in place of K", subject(Slips::plain));

    private IsotropyNecessary() {}

    /** X = (1, 2), Y = 1 from 0. */
    private static Problem one(Preconditioner preconditioner) {
        return Problems.sample(new double[] {1, 2}, 1, preconditioner, 0.125, 1);
    }

    /** X = (1, 2), Y = (1, −3) from 0. */
    private static Problem two(Preconditioner preconditioner) {
        Problem single = one(preconditioner);
        return new Problem(
                single.design(),
                single.smallest(),
                single.largest(),
                new double[][] {{1, -3}},
                new double[2][2],
                Loss.SQUARED,
                preconditioner,
                single.steps(),
                1);
    }
}
