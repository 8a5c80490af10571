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
}
