package org.theoremcheck.dualspace.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.claim.Compare.compare;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.dualspace.DualSpacePreconditioning;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/** What a theorem about the row space is put together from. */
class BiasSettingTest {

    private static final List<Kind> KINDS = List.of(Kind.GRADIENT_DESCENT, Kind.SPECTRAL);

    private static Compare<Bias> near() {
        return BiasSetting.within(compare(BiasSetting.DISTANCE).atMost(BiasSetting.RESIDUAL), Bias.Budgets::distance);
    }

    private static Claim<Problem, Optimizer, Bias> claim() {
        Compare<Bias> near = near();
        List<Family<Problem>> families = new ArrayList<>(BiasSetting.families("near", "tried", KINDS));
        families.add(BiasSetting.longest("near", KINDS));
        return Theorem.theorem(
                        "near",
                        "As near as the residual",
                        BiasSetting.SOURCE,
                        BiasSetting.setting(
                                "near", near, families, BiasSetting.spanPreserving("near", BiasSetting.clipped(0.2))),
                        near,
                        Tightness.NONE)
                .claim();
    }

    @Test
    void familiesAreNamedByTheirKindAndTheLongestRunsAreAsLongAsStated() {
        Claim<Problem, Optimizer, Bias> claim = claim();
        Family<Problem> longest = BiasSetting.longest("near", KINDS);
        Problem problem = longest.draw(1, 1);

        assertThat(claim.setting().families())
                .extracting(Family::name)
                .containsExactly("near/gradient-descent", "near/spectral", "near/longest");
        assertThat(longest.size()).isEqualTo(2);
        assertThat(List.of(problem.samples(), problem.dimension(), problem.rounds()))
                .containsExactly(50, 200, 2000);
        assertThat(problem.preconditioner().symmetry(2)).isEqualTo(Symmetry.SPAN_PRESERVING);
    }

    @Test
    void onShortRunsOnlyTheLongestAreLeftOut() {
        assertThat(BiasSetting.onShortRuns().apply(claim()).setting().families())
                .extracting(Family::name)
                .containsExactly("near/gradient-descent", "near/spectral");
    }

    @Test
    void spansThatAreKeptBoundTheDistanceByTheResidualAndOthersDoNot() {
        Claim<Problem, Optimizer, Bias> claim = claim();
        Hypothesis<Problem> hypothesis = claim.setting().hypotheses().get(0);
        for (Family<Problem> family : BiasSetting.families("near", "tried", KINDS)) {
            Problem problem = family.draw(1, 0);
            assertThat(hypothesis.margin().applyAsDouble(problem)).isZero();
            assertThat(claim.judge(problem, claim.setting().reference()).verdict())
                    .isEqualTo(Verdict.HOLDS);
        }
        Problem broken = hypothesis.broken().get(0).draw(0, 0);
        assertThat(hypothesis.margin().applyAsDouble(broken)).isNegative();
        assertThat(claim.statement()
                        .judge(claim.setting()
                                .referee()
                                .play(broken, claim.setting().reference()))
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void isotropyIsAskedForAsManyOutputsAsThereAre() {
        Hypothesis<Problem> isotropic =
                BiasSetting.of("near", "isotropic", List.of(Symmetry.ISOTROPIC), BiasSetting.clipped(0.2));
        for (int index = 0; index < 30; index++) {
            Problem problem =
                    BiasSetting.families("near", "tried", KINDS).get(1).draw(1, index);
            assertThat(isotropic.margin().applyAsDouble(problem) >= 0).isEqualTo(problem.outputs() == 1);
        }
    }

    @Test
    void thePaperHasTheTheoremsAboutTheSolutionFound() {
        assertThat(BiasTheorems.theorems()).hasSize(10).contains(ImplicitBiasIsotropic.THEOREM);
        assertThat(new DualSpacePreconditioning().theorems()).containsAll(BiasTheorems.theorems());
    }
}
