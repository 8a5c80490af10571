package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Verdict;

class TruncatedSvdTest {

    @Test
    void increasesOfRankOneAreGivenBackByOneDirection() {
        double[][] gradients = {{0, 0}, {3, 4}, {9, 12}, {6, 8}};
        Answers answers = Answers.of(new TruncatedSvd(), gradients, 0.01, 1);
        double[] a = answers.factors().directions()[0];
        double[] b = answers.factors().weights()[0];

        assertThat(answers.rank()).isEqualTo(1);
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < 2; i++) {
                assertThat(a[i] * b[t]).isCloseTo(gradients[t + 1][i] - gradients[t][i], within(1e-14));
            }
        }
    }

    /** H = diag(3, 2, 1): tails 14, 5, 1, 0. */
    @ParameterizedTest
    @CsvSource({"0.99, 1", "0.5, 1", "0.36, 1", "0.35, 2", "0.1, 2", "0.08, 2", "0.07, 3", "0, 3"})
    void theRankIsTheSmallestThatLeavesTheShare(double epsilon, int rank) {
        assertThat(rank(Logs.diagonal(0, 0.5, 3, 2, 1), epsilon)).isEqualTo(rank);
    }

    @Test
    void aShareOfNothingAsksForTheNumericalRank() {
        assertThat(rank(Logs.diagonal(0, 0, 1, 0x1p-30, 0x1p-49), 0)).isEqualTo(3);
        assertThat(rank(Logs.diagonal(0, 0, 1, 0x1p-30, 0x1p-60), 0)).isEqualTo(2);
        assertThat(rank(Logs.diagonal(0, 0, 0, 0), 0)).isZero();
    }

    @Test
    void noIncrementsNeedNoDirection() {
        assertThat(rank(Logs.single(), 0)).isZero();
        assertThat(rank(Logs.single(1, 2), 0)).isZero();
        assertThat(rank(Logs.line(5, 5, 5), 0)).isZero();
    }

    /** Squares of 10¹⁵⁰ nearly overflow and their sums do; those of 10⁻¹⁶⁰ vanish. */
    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e160, 1e300, 1e-160, 1e-300})
    void hugeAndTinyGradientsNeitherOverflowNorVanish(double scale) {
        double[][] gradients = {{0, 0}, {2 * scale, 0}, {2 * scale, scale}};
        Log log = new Log(gradients, new double[] {scale, 0}, 1, 0.2, new double[] {2 * scale, scale}, Factors.NONE);
        Approximation seen = new RankReferee().play(log, any -> new TruncatedSvd());
        double units = scale / log.unit();

        assertThat(units).isBetween(0.5, 2.0);
        assertThat(seen.predictableRank()).isEqualTo(1);
        assertThat(seen.path() / units / units).isCloseTo(2, within(1e-12));
        assertThat(TailEnergy.THEOREM
                        .claim()
                        .judge(log, any -> new TruncatedSvd())
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(TailEnergy.THEOREM
                        .claim()
                        .judge(log, any -> Slips.smallest())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void ordinaryGradientsAreLeftInTheirOwnUnit() {
        assertThat(Logs.diagonal(1, 0.5, 3, 1).unit()).isEqualTo(1);
        assertThat(Logs.single(0, 0).unit()).isEqualTo(1);
    }

    @Test
    void aRankThatNoMatrixHasIsRefused() {
        Finding finding = TailEnergy.THEOREM.claim().judge(Logs.diagonal(1, 0.5, 2, 1), any -> answering(3, 2));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.reason()).isEqualTo("the rank is 3, expected one of 0 to 2");
    }

    @Test
    void aDirectionOfTheWrongDimensionIsRefused() {
        assertThatThrownBy(() ->
                        Answers.of(answering(1, 3), Logs.diagonal(1, 0.5, 2, 1).gradients(), 0.5, 1))
                .isInstanceOf(Misplay.class)
                .hasMessage("direction 0 has dimension 3, expected 2");
    }

    private static IncrementPredictor answering(int rank, int dimension) {
        return new IncrementPredictor() {
            @Override
            public void observe(double[] gradient) {}

            @Override
            public int rank(double epsilon) {
                return rank;
            }

            @Override
            public double[] direction(int k) {
                return new double[dimension];
            }

            @Override
            public double[] weights(int k) {
                return new double[dimension];
            }
        };
    }

    private static int rank(Log log, double epsilon) {
        return Answers.of(new TruncatedSvd(), log.gradients(), epsilon, 0).rank();
    }
}
