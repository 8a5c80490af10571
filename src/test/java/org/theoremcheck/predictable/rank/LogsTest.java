package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Verdict;

class LogsTest {

    private static final Claim<Log, IncrementPredictor, Approximation> CLAIM = TailEnergy.THEOREM.claim();

    @Test
    void aLogReadsBackFromItsTextBitForBit() {
        for (Family<Log> family : Logs.everywhere()) {
            for (int index = 0; index < 20; index++) {
                String text = Codec.write(family.draw(11, index));

                assertThat(Codec.write(Codec.read(text, Log.class))).isEqualTo(text);
            }
        }
    }

    @Test
    void everyLogHasTheSpectrumThatItDeclares() {
        for (Family<Log> family : Logs.everywhere()) {
            for (int index = 0; index < 60; index++) {
                assertThat(RankSetting.DECLARED.margin().applyAsDouble(family.draw(7, index)))
                        .as(family.name() + " " + index)
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** ‖H‖² and ‖HᵀH‖² are Σσ² and Σσ⁴: an oracle without any decomposition. */
    @Test
    void momentsOfTheIncrementsAreThoseOfTheSpectrum() {
        for (Family<Log> family : Logs.everywhere()) {
            for (int index = 0; index < 30; index++) {
                Log log = family.draw(13, index);
                Increments increments = Increments.of(log.gradients(), log.unit());
                double[][] rows = increments.rows();
                double fourth = 0;
                for (double[] row : rows) {
                    for (double[] other : rows) {
                        double product = IntStream.range(0, row.length)
                                .mapToDouble(i -> row[i] * other[i])
                                .sum();
                        fourth += product * product;
                    }
                }
                double second = 0;
                double fourthOfSpectrum = 0;
                for (double value : log.spectrum()) {
                    double square = value / log.unit() * (value / log.unit());
                    second += square;
                    fourthOfSpectrum += square * square;
                }
                double tolerance = 1e-12 * (increments.gradientEnergy() + increments.energy());

                assertThat(increments.energy()).as(family.name()).isCloseTo(second, within(tolerance));
                assertThat(fourth)
                        .as(family.name())
                        .isCloseTo(fourthOfSpectrum, within(2 * tolerance * (1 + increments.energy())));
            }
        }
    }

    @Test
    void gradedSpectraReachFourteenDecadesAndDeficientOnesEndInZeros() {
        double smallest = 1;
        boolean deficient = false;
        for (int index = 0; index < 500; index++) {
            double[] graded = Decay.GRADED.values(new Draw(1, "graded", index), 6);
            double[] zeros = Decay.DEFICIENT.values(new Draw(1, "deficient", index), 6);
            smallest = Math.min(smallest, graded[5]);
            deficient |= zeros[0] > 0 && zeros[5] == 0;

            assertThat(graded[0]).isEqualTo(1);
        }

        assertThat(smallest).isLessThan(2e-14);
        assertThat(deficient).isTrue();
    }

    @Test
    void theBreakingLogBreaksTheHypothesisAndWithItTheClaim() {
        Hypothesis<Log> declared = RankSetting.DECLARED;
        Log broken = declared.broken().get(0).draw(0, 0);
        Approximation seen =
                CLAIM.setting().referee().play(broken, CLAIM.setting().reference());

        assertThat(declared.margin().applyAsDouble(broken)).isNegative();
        assertThat(CLAIM.judge(broken, CLAIM.setting().reference()).verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(CLAIM.statement().judge(seen).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    /** H = diag(2, 1): 6 γ₂₀ and 32 u of √5, and u of √9, are 342 roundings. */
    @Test
    void aSpectrumMayBeOffByTheRoundingOfPlantingAndDecomposingInUnitsOfTheNorm() {
        assertThat(margin(1 + 300 * 0x1p-53)).isNotNegative();
        assertThat(margin(1 + 400 * 0x1p-53)).isNegative();
        assertThat(margin(2)).isCloseTo(-1 / Math.sqrt(5), within(1e-12));
    }

    private static double margin(double second) {
        Log log = Logs.diagonal(1, 0.25, 2, 1);
        return RankSetting.DECLARED
                .margin()
                .applyAsDouble(
                        new Log(log.gradients(), log.firstHint(), 1, 0.25, new double[] {2, second}, Factors.NONE));
    }

    @Test
    void theSpectrumOfNothingIsNothing() {
        Log zeros = Logs.line(3, 3);
        Log other = new Log(zeros.gradients(), zeros.firstHint(), 0, 0.5, new double[] {0.5}, Factors.NONE);

        assertThat(RankSetting.DECLARED.margin().applyAsDouble(zeros)).isZero();
        assertThat(RankSetting.DECLARED.margin().applyAsDouble(other)).isEqualTo(-0.5);
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        double[][] gradients = {{0}, {1}};

        assertThatThrownBy(() -> new Log(new double[0][], new double[0], 0, 0, new double[0], Factors.NONE))
                .hasMessage("a log has at least one gradient");
        assertThatThrownBy(() -> new Log(gradients, new double[2], 0, 0, new double[] {1}, Factors.NONE))
                .hasMessage("the first hint is a finite vector of dimension 1");
        assertThatThrownBy(() -> new Log(gradients, new double[1], 2, 0, new double[] {1}, Factors.NONE))
                .hasMessage("the rank is from 0 to 1, got 2");
        assertThatThrownBy(() -> new Log(gradients, new double[1], 0, 1, new double[] {1}, Factors.NONE))
                .hasMessage("epsilon is in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Log(gradients, new double[1], 0, 0, new double[] {-1}, Factors.NONE))
                .hasMessage("the spectrum descends and is nowhere negative");
        assertThatThrownBy(() -> new Log(
                        gradients,
                        new double[1],
                        0,
                        0,
                        new double[] {1},
                        new Factors(new double[][] {{1}}, new double[][] {{1}})))
                .hasMessage("expected at most 0 factors, got 1 directions and 1 weights");
        assertThatThrownBy(() -> new Reordering(gradients, new int[] {1}, Reordering.What.INCREMENTS, 0))
                .hasMessage("the order is a permutation of 0 to 0");
    }
}
