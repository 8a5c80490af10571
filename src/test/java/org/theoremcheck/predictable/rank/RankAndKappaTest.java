package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

class RankAndKappaTest {

    @Test
    void alternatingSignsHaveRankOneAndAKappaThatTendsToFour() {
        for (int increments : new int[] {1, 9, 99}) {
            Log log = RankAndKappa.alternating(increments);

            assertThat(RankAndKappa.kappa(log)).isCloseTo((4.0 * increments + 1) / (increments + 1), within(1e-14));
            assertThat(Answers.of(new TruncatedSvd(), log.gradients(), 0.01, 0).rank())
                    .isEqualTo(1);
        }
        assertThat(RankAndKappa.kappa(RankAndKappa.alternating(99))).isCloseTo(3.97, within(1e-12));
    }

    /** (10⁶ + 100)/(101·10⁶ + 5050), and a flat spectrum. */
    @Test
    void theStaircaseHasAKappaBelowOneHundredthAndRankNinety() {
        Log log = RankAndKappa.staircase(100);

        assertThat(RankAndKappa.kappa(log)).isCloseTo(1000100.0 / 101005050.0, within(1e-16));
        assertThat(Answers.of(new TruncatedSvd(), log.gradients(), 0.1, 0).rank())
                .isEqualTo(90);
    }

    @Test
    void ofALogOfZerosKappaIsUndefinedAndTheVerdictSaysSo() {
        Log zeros = Logs.line(0, 0);
        Finding finding = RankAndKappa.SMALL_RANK.judge(zeros, any -> new TruncatedSvd());

        assertThat(RankAndKappa.kappa(zeros)).isNaN();
        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(finding.reason()).isEqualTo("hypothesis 'κ is defined' is not met");
    }

    @Test
    void wherePremisesFailTheSentencesSayNothing() {
        assertThat(RankAndKappa.SMALL_RANK
                        .judge(Logs.diagonal(1, 0.01, 1, 1), any -> new TruncatedSvd())
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
        assertThat(RankAndKappa.SMALL_KAPPA
                        .judge(Logs.diagonal(1, 0.1, 1, 1), any -> new TruncatedSvd())
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void theTwoLogsAreThoseOfTheirFormulas() {
        Log alternating = RankAndKappa.alternating(4);
        Log staircase = RankAndKappa.staircase(2);

        assertThat(alternating.gradients()).isEqualTo(new double[][] {{1}, {-1}, {1}, {-1}, {1}});
        assertThat(alternating.spectrum()).containsExactly(4);
        assertThat(staircase.gradients()).isEqualTo(new double[][] {{1000, 0, 0}, {1000, 1, 0}, {1000, 1, 1}});
        assertThat(staircase.spectrum()).containsExactly(1, 1);
    }

    /** A hundredth of Σσ²: 1 of 101 is less, of 99 it is more, and so it is of a log of zeros or of another share. */
    @Test
    void theFirstPremiseIsThatOneDirectionLeavesAHundredth() {
        assertThat(metByRank(Logs.diagonal(0, 0.01, 10, 1))).isTrue();
        assertThat(metByRank(Logs.diagonal(0, 0.01, 10, 0.75, 0.75))).isFalse();
        assertThat(metByRank(Logs.diagonal(0, 0.01, 10, 0.5, 0.5))).isTrue();
        assertThat(metByRank(Logs.diagonal(0, 0.01, 33, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .isTrue();
        assertThat(metByRank(Logs.diagonal(0, 0.01, 9.9, 1))).isFalse();
        assertThat(metByRank(Logs.diagonal(0, 0.02, 10, 1))).isFalse();
        assertThat(metByRank(Logs.diagonal(0, 0.01, 0, 0))).isFalse();
        assertThat(metByRank(Logs.single(1))).isFalse();
    }

    private static boolean metByRank(Log log) {
        return RankAndKappa.SMALL_RANK.setting().hypotheses().get(1).margin().applyAsDouble(log) >= 0;
    }

    /** gₜ = 1000 + t: κ is below 0.01 and r* is 1. */
    @Test
    void theSecondSentenceHoldsForALogThatClimbsInOneDirection() {
        double[] climbing = java.util.stream.IntStream.range(0, 121)
                .mapToDouble(t -> 1000 + t)
                .toArray();
        Finding finding = RankAndKappa.SMALL_KAPPA.judge(Logs.line(climbing), any -> new TruncatedSvd());

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).isEqualTo(1);
        assertThat(finding.bound()).isEqualTo(60);
    }

    @Test
    void kappaIsAsExactAsItsBudgetSays() {
        double largest = 0;
        for (int increments = 1; increments < 40; increments++) {
            Log log = RankAndKappa.alternating(increments);
            Finding finding = RankAndKappa.SMALL_RANK.judge(log, any -> new TruncatedSvd());
            var exact = RankAndKappa.SMALL_RANK.setting().exact().orElseThrow().play(log, any -> new TruncatedSvd());
            double off = exact.get("kappa")
                    .minus(org.theoremcheck.numeric.Enclosure.of(RankAndKappa.kappa(log)))
                    .abs()
                    .high()
                    .doubleValue();

            assertThat(off).isLessThanOrEqualTo(finding.budget());
            assertThat(exact.get("rank").middle()).isEqualTo(1);
            assertThat(exact.get("increments").middle()).isEqualTo(increments);
            assertThat(exact.get("one").middle()).isEqualTo(1);
            largest = Math.max(largest, off / finding.budget());
        }
        assertThat(largest).isGreaterThan(0.01);
    }
}
