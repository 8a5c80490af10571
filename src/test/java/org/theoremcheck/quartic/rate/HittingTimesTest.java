package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Separable;

@Execution(ExecutionMode.CONCURRENT)
class HittingTimesTest {

    private static final HittingReferee REFEREE = new HittingReferee();
    private static final Claim<Problem, Descender, HittingTimes> CLAIM = NearLinear.THEOREM.claim();

    /** Linear: N_j = 100 j. N = C log²: N_j = j². A power law with s = 4: N_j = 10^(j/4). */
    @Test
    void theRatioOfHittingTimesTellsTheLawsApart() {
        assertThat(new HittingTimes(200, 900, 1600, 25, 1600, 3000).ratio()).isEqualTo(1);
        assertThat(new HittingTimes(4, 81, 256, 15, 256, 3000).ratio()).isCloseTo(175 / 77.0, within(1e-15));
        assertThat(new HittingTimes(3, 178, 10_000, 4, 10_000, 20_000).ratio()).isCloseTo(56, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 900, 1600, 25, 3000, true, false",
        "200, 900, 1600, 25, 1500, false, false",
        "200, 900, 1600, 11, 3000, false, false",
        "200, 900, 4000, 25, 5000, false, false",
        "200, 900, 4500, 25, 9000, false, true",
        "200, 900, -1, 25, 3000, false, true",
        "-1, -1, -1, 2, 3000, false, true"
    })
    void aRunIsAcceptedOrRejectedOrNeither(
            long second, long ninth, long last, double doubling, long allowed, boolean accepted, boolean rejected) {
        double margin = new HittingTimes(second, ninth, last, doubling, 9000, allowed).nearLinear();

        assertThat(margin >= 0).isEqualTo(accepted);
        assertThat(margin < 0).isEqualTo(rejected);
    }

    /** Some of each family here; all of them, under twenty seeds, with -Ppublished. */
    @Test
    void everyRunOfGDPolyakIsAcceptedAndNoRunOfABaseline() {
        int runs = 0;
        for (Family<Problem> family : CLAIM.setting().families()) {
            for (int index = 0; index < family.size(); index += family.size() > 30 ? 6 : 2) {
                Problem problem = family.draw(1, index);
                runs++;
                assertThat(play(problem, GDPolyak::begin)).as(family.name()).isNotNegative();
                assertThat(play(problem, GradientMethod::polyak))
                        .as(family.name())
                        .isNegative();
                if (index % 4 == 0) {
                    assertThat(play(problem, GradientMethod::gradientDescent))
                            .as(family.name())
                            .isNegative();
                }
            }
        }
        assertThat(runs).isGreaterThan(60);
    }

    private static double play(Problem problem, Subject<Problem, Descender> subject) {
        return REFEREE.play(problem, subject).nearLinear();
    }

    /** Q of an independent implementation: 57, 34, 218, and 1.20 for K = 40. */
    @ParameterizedTest
    @CsvSource({"5, false", "10, false", "20, false", "40, true"})
    void tooFewShortStepsAreNotEnough(int shortSteps, boolean enough) {
        Problem problem = Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.4}, 0.125, shortSteps, 60);
        HittingTimes times = REFEREE.play(problem, GDPolyak::begin);

        assertThat(times.nearLinear() >= 0).isEqualTo(enough);
        assertThat(times.ratio()).matches(ratio -> enough ? ratio < 1.5 : ratio > 20);
    }

    @Test
    void aQuadraticIsLinearForAllThreeMethods() {
        Problem problem = Problem.of(
                new Separable(new double[] {1, 10}, new double[] {2, 2}, false), new double[] {0.5, 0.4}, 0.05, 60, 60);

        for (Subject<Problem, Descender> subject : List.<Subject<Problem, Descender>>of(
                GDPolyak::begin, GradientMethod::gradientDescent, GradientMethod::polyak)) {
            HittingTimes times = REFEREE.play(problem, subject);
            assertThat(times.ratio()).isBetween(0.5, 1.3);
            assertThat(times.nearLinear()).isNotNegative();
        }
    }

    /** 33 updates and Q = 1 in an independent implementation. */
    @Test
    void polyaksMethodIsLinearWhereTheHessianVanishes() {
        Problem problem = Problem.of(
                new Separable(new double[] {1, 1}, new double[] {4, 4}, false), new double[] {0.5, 0.4}, 0.1, 60, 60);
        HittingTimes times = REFEREE.play(problem, GradientMethod::polyak);

        assertThat(times.last()).isBetween(31L, 36L);
        assertThat(times.ratio()).isCloseTo(1, within(0.1));
    }

    /** ln(256/81)=1.151: ln(b₀/b_N)/√N of K_i = 5 + 2i is 1.17-1.21 between sixteen and forty-eight decades. */
    @Test
    void growingEpochsGiveTheExponentialOfASquareRoot() {
        Problem problem = Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.4}, 0.25, 5, 60)
                .scheduled(5, 2, 200);
        double[] first = {0};
        long[] updates = {0};
        Rollout.play(problem, GDPolyak::begin, (update, point, gap, gradient) -> {
            first[0] = update == 0 ? gap : first[0];
            updates[0] = update;
            return gap > 1e-48 * first[0];
        });

        assertThat(48 * Math.log(10) / Math.sqrt((double) updates[0])).isBetween(1.151, 1.22);
    }

    @Test
    void theCriterionOfTheClaimIsThatOfTheRun() {
        Problem problem = CLAIM.setting().families().get(0).draw(1, 0);

        assertThat(CLAIM.judge(problem, CLAIM.setting().reference()).verdict()).isEqualTo(Verdict.HOLDS);
    }
}
