package org.theoremcheck.dualspace.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;

/** The small problems by hand, and what a theorem about a step is put together from. */
class DescentSettingTest {

    private static List<Double> points(Problem problem) {
        List<Double> points = new ArrayList<>();
        Rollout.play(
                problem,
                DualSpaceDescent::new,
                problem,
                step -> points.add(step.after().point().data[0]));
        return points;
    }

    @Test
    void theSmallProblemsGoWhereTheyAreSaidToGo() {
        assertThat(points(DescentSetting.plain(0.5, 3))).containsExactly(0.5, 0.25, 0.125);
        assertThat(points(DescentSetting.plain(1.5, 2))).containsExactly(-0.5, 0.25);
        assertThat(points(DescentSetting.longQuarticStep())).containsExactly(-9.0);
        assertThat(points(DescentSetting.normalizedCycle())).containsExactly(-0x1p-5, 0x1p-5, -0x1p-5, 0x1p-5);
        assertThat(points(DescentSetting.normalizedCycleOfTenths()))
                .hasSize(4)
                .allSatisfy(point -> assertThat(Math.abs(point)).isCloseTo(0.05, within(1e-15)));
        // 2w − 0 from 1, whose gradient is 4.
        assertThat(points(DescentSetting.understated(0.75))).containsExactly(-2.0);
        assertThat(DescentSetting.understated(0.75).largest()).isEqualTo(1);
    }

    /** Less than {@code loss-descent} says. */
    private static Compare<Descent> noGrowth() {
        return DescentSetting.within(compare(DescentSetting.LOSS_AFTER).atMost(DescentSetting.LOSS_BEFORE));
    }

    private static Claim<Problem, Optimizer, Descent> claim() {
        Compare<Descent> noGrowth = noGrowth();
        return Theorem.theorem(
                        "no-growth",
                        "The loss does not grow",
                        DescentSetting.SOURCE,
                        DescentSetting.descending("no-growth", noGrowth, DescentSetting.longQuarticStep()),
                        noGrowth,
                        Tightness.NONE)
                .claim();
    }

    @Test
    void aTheoremOfDescentRunsOnEverySmoothPreconditionerAndOnTheLine() {
        Claim<Problem, Optimizer, Descent> claim = claim();

        assertThat(claim.setting().families())
                .extracting(Family::name)
                .hasSize(Kind.smooth().size() + 1)
                .contains("no-growth/spectral", "no-growth/attained");
        for (Family<Problem> family : claim.setting().families()) {
            Problem problem = family.draw(1, 0);
            assertThat(claim.judge(problem, claim.setting().reference()).verdict())
                    .as(family.name())
                    .isEqualTo(Verdict.HOLDS);
            assertThat(claim.setting().hypotheses())
                    .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(problem) >= 0);
        }
        assertThat(DescentSetting.families(
                        "other",
                        Problems.Size.SMALL,
                        Problems::cautious,
                        DescentSetting.LOSSES,
                        DescentSetting.plain(1, 1)))
                .hasSameSizeAs(claim.setting().families());
    }

    @Test
    void withoutAnyOfItsHypothesesTheLossGrows() {
        Claim<Problem, Optimizer, Descent> claim = claim();

        assertThat(claim.setting().hypotheses())
                .extracting(Hypothesis::name)
                .containsExactly("singular values", "Lipschitz gradient", "step at most 2/(β β_ℓ σ₁²)");
        for (Hypothesis<Problem> hypothesis : claim.setting().hypotheses()) {
            Problem broken = hypothesis.broken().get(0).draw(0, 0);
            Descent step =
                    claim.setting().referee().play(broken, claim.setting().reference());
            // On the cycle of normalized descent it stays.
            assertThat(step.lossAfter()).as(hypothesis.name()).isGreaterThanOrEqualTo(step.lossBefore());
        }
    }

    @Test
    void thePaperHasTheTheoremsOfBothPackagesEachOnce() {
        DualSpacePreconditioning paper = new DualSpacePreconditioning();

        assertThat(paper.title()).startsWith("Dual Space Preconditioning for Gradient Descent");
        assertThat(DescentTheorems.theorems()).hasSize(12).contains(LinearRate.THEOREM);
        assertThat(paper.theorems()).hasSize(22).containsAll(DescentTheorems.theorems());
    }
}
