package org.theoremcheck.meanfield.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Enclosure;

class LinearTheoremsTest {

    private static final Claim<Model, LinearCurves, LinearExact.Gap> EXACT = LinearExact.THEOREM.claim();

    /** Answers that are given whatever is asked. */
    private record Said(double[] distances, double[] trainingErrors, double[] increments) implements LinearCurves {

        static Said of(Volterra exact) {
            return new Said(exact.distance().clone(), exact.error().clone(), new double[0]);
        }
    }

    static Stream<Claim<?, ?, ?>> theorems() {
        return LinearTheorems.theorems().stream().map(Theorem::claim);
    }

    @Test
    void thereAreSixOfThem() {
        assertThat(theorems().map(Claim::id))
                .containsExactly(
                        "dmft-linear-exact",
                        "mean-square-stability",
                        "gradient-flow-limit",
                        "online-limit",
                        "first-order-in-time",
                        "energy-balance");
    }

    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void holdOnInstancesThatMeetTheirHypotheses(Claim<I, S, E> claim) {
        for (Family<I> family : claim.setting().families()) {
            for (int index = 0; index < Math.min(10, family.size()); index++) {
                I instance = family.draw(99, index);
                assertThat(claim.judge(instance, claim.setting().reference()).verdict())
                        .as(family.name() + " " + index)
                        .isEqualTo(Verdict.HOLDS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("theorems")
    <I, S, E> void failWithoutAHypothesisThatIsBrokenAlone(Claim<I, S, E> claim) {
        for (Hypothesis<I> hypothesis : claim.setting().hypotheses()) {
            I broken = hypothesis.broken().get(0).draw(0, 0);
            Claim<I, S, E> without = claim.in(claim.setting().without(hypothesis.name()));

            assertThat(claim.judge(broken, claim.setting().reference()).verdict())
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VACUOUS);
            assertThat(without.judge(broken, claim.setting().reference()).verdict())
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VIOLATED);
        }
    }

    @Test
    void whateverIsOffIsFoundAtItsStepByBothReferees() {
        Model model = LinearModels.standard(0.2, 5);
        for (int step = 0; step <= 5; step++) {
            for (boolean ofError : new boolean[] {false, true}) {
                Said said = Said.of(Volterra.of(model));
                double[] curve = ofError ? said.trainingErrors : said.distances;
                double right = curve[step];
                curve[step] *= step % 2 == 0 ? 1.001 : 0.999;
                Finding finding = EXACT.judge(model, any -> said);
                Map<String, Enclosure> exact =
                        EXACT.setting().exact().orElseThrow().play(model, any -> said);

                assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
                assertThat(finding.measured()).isEqualTo(curve[step]);
                assertThat(finding.bound()).isEqualTo(right);
                assertThat(exact.get("solved").middle()).isEqualTo(curve[step]);
                assertThat(exact.get("volterra").middle()).isCloseTo(right, within(1e-14));
            }
        }
    }

    /** The error at the start is 1.25, the distance at the end a fifth of it. */
    @Test
    void whatIsOffMostInRelationToItsSizeIsShown() {
        Model model = LinearModels.standard(0.1, 40);
        Said said = Said.of(Volterra.of(model));
        said.trainingErrors[0] *= 1.001;
        said.distances[40] *= 1.002;

        assertThat(EXACT.judge(model, any -> said).measured()).isEqualTo(said.distances[40]);
    }

    @Test
    void curvesOfAnotherLengthAreRefused() {
        Model model = LinearModels.standard(0.1, 4);
        Said said = Said.of(Volterra.of(model));
        Said brief = new Said(said.distances, new double[4], said.increments);
        Said early = new Said(new double[4], said.trainingErrors, said.increments);

        assertThat(EXACT.judge(model, any -> said).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(EXACT.judge(model, any -> brief).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(EXACT.judge(model, any -> early).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aDeviationIsOfFirstOrderWhereHalvingLeavesAHalfOfIt() {
        assertThat(new Limits.Halving(2).margin()).isEqualTo(0.1);
        assertThat(new Limits.Halving(2.25).margin()).isCloseTo(-0.15, within(1e-15));
        assertThat(new Limits.Halving(1.5).margin()).isCloseTo(-0.4, within(1e-15));
    }

    /** A quarter of the largest temperature: 1 + ¼ + 1/16 + … = 4/3 times the error of gradient descent. */
    @Test
    void theBoundSumsTheEchoesOfTheNoise() {
        MeanSquareStability.Run run = new MeanSquareStability.Run(3.9, 3, 0.5, 2);

        assertThat(run.bound(2)).isEqualTo(4);
        assertThat(run.bound(0.25)).as("above the largest temperature").isEqualTo(3);
    }

    @Test
    void theBoundOnTheErrorIsNearlyAttained() {
        Claim<Model, LinearCurves, MeanSquareStability.Run> claim = MeanSquareStability.THEOREM.claim();
        Family<Model> attained = claim.setting().families().get(0);

        assertThat(IntStream.range(0, attained.size())
                        .mapToDouble(i -> claim.judge(
                                        attained.draw(0, i), claim.setting().reference())
                                .ratio()))
                .allMatch(ratio -> ratio > 0.9 && ratio <= 1);
    }

    /** Without label noise ⟨v, Xᵀℓ⟩ = |ℓ|², so that C_{k+1} = C_k − 2Δt P_k + E(θ_{k+1} − θ_k)². */
    @Test
    void incrementsAreWhatTheDistanceGainsBeyondItsDescent() {
        Model model = LinearModels.standard(0.1, 20).with(new Loss.Linear(0));
        Volterra exact = Volterra.of(model);
        double[] increments = new Recursion(model).increments();

        assertThat(increments).hasSize(20);
        for (int k = 0; k < 20; k++) {
            double gain = exact.distance()[k + 1] - exact.distance()[k] + 2 * 0.1 * exact.error()[k];
            assertThat(increments[k]).isCloseTo(gain, within(1e-13));
        }
    }

    /** Steps and times in units of δ/λ₊ are at most 1.8 and 4; both are nearly reached, and steps are no smaller than a twentieth of that. */
    @Test
    void briefModelsFillTheirRange() {
        Family<Model> brief = LinearModels.brief("test");
        double longestStep = 0;
        double longestTime = 0;
        double smallestShare = 1;
        for (int index = 0; index < 2000; index++) {
            Model model = brief.draw(5, index);
            double root = 1 + Math.sqrt(model.ratio());
            double step = model.step() * root * root / model.ratio();
            longestStep = Math.max(longestStep, step);
            longestTime = Math.max(longestTime, step * model.steps());
            smallestShare = Math.min(smallestShare, step / Math.min(1.8, 4.0 / model.steps()));
        }

        assertThat(longestStep).isBetween(1.75, 1.8 + 1e-12);
        assertThat(longestTime).isBetween(3.95, 4 + 1e-12);
        assertThat(smallestShare).isBetween(0.05 - 1e-12, 0.06);
    }

    @Test
    void theHypothesisOnTheRidgeIsItsAbsence() {
        assertThat(LinearModels.withoutRidge("test").margin().applyAsDouble(LinearModels.standard(0.1, 2)))
                .isZero();
    }
}
