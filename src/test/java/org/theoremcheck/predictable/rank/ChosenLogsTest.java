package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Chosen;
import org.theoremcheck.claim.Family;
import org.theoremcheck.predictable.rank.TailEnergyStability.Pair;

/** Logs worked out by hand from draws that are chosen. */
class ChosenLogsTest {

    private static final List<Family<Log>> LOGS = Logs.everywhere();
    private static final List<Family<Pair>> PAIRS =
            TailEnergyStability.THEOREM.claim().setting().families();
    private static final List<Family<Reordering>> REORDERINGS =
            RankPermutationInvariance.THEOREM.claim().setting().families();

    /**
     * diag(3, 1) in R^{3×2}; the mirror at (1, 1) sends (a, b) to (−b, −a), that at (1, 0, −1) swaps the first and the third increment.
     */
    private static Chosen planted() {
        return new Chosen()
                .with("dimension", 2)
                .with("increments", 3)
                .with("values", -1, 3)
                .with("reflections-left", 1)
                .with("left", 1, 1)
                .with("reflections-right", 1)
                .with("right", 1, 0, -1)
                .with("offset", 2)
                .with("start", 1, 0.5)
                .with("first-hint", 1)
                .with("rank", 1)
                .with("share", 3)
                .with("epsilon", 0.5)
                .with("beside", 0);
    }

    @Test
    void aPlantedLogIsADiagonalThatIsMirroredOnBothSides() {
        Log log = planted().of(LOGS, "rank/gaussian");

        assertThat(log.gradients()).isEqualTo(new double[][] {{8, 4}, {8, 4}, {7, 4}, {7, 1}});
        assertThat(log.firstHint()).containsExactly(8, 4);
        assertThat(log.spectrum()).containsExactly(3, 1);
        assertThat(log.rank()).isEqualTo(1);
        assertThat(log.epsilon()).isCloseTo(0.05, within(1e-16));
        assertThat(log.rival().directions()).isEqualTo(new double[][] {{0, -3}});
        assertThat(log.rival().weights()).isEqualTo(new double[][] {{0, 0, 1}});
    }

    @Test
    void theRivalIsBesideTheBestIncrementsByANudgeOfTheNoise() {
        Log log = planted()
                .with("beside", 1)
                .with("nudge", 0.25)
                .with("direction", 4, 8)
                .with("weight", -4, 0, 4)
                .of(LOGS, "rank/gaussian");

        assertThat(log.rival().directions()).isEqualTo(new double[][] {{1, -1}});
        assertThat(log.rival().weights()).isEqualTo(new double[][] {{-1, 0, 2}});
    }

    @Test
    void theFirstHintIsNothingOrTheStartOrDrawn() {
        assertThat(planted().with("first-hint", 0).of(LOGS, "rank/gaussian").firstHint())
                .containsExactly(0, 0);
        assertThat(planted()
                        .with("first-hint", 2)
                        .with("hint", 5, -6)
                        .of(LOGS, "rank/gaussian")
                        .firstHint())
                .containsExactly(5, -6);
    }

    @Test
    void anExtremeLogIsScaledAsAWhole() {
        double scale = 0x1p510;
        Log log = planted()
                .with("scale", 2)
                .with("first-hint", 2)
                .with("hint", 5, -6)
                .with("decay", 0)
                .of(LOGS, "rank/extreme");

        assertThat(log.gradients()[3]).containsExactly(7 * scale, scale);
        assertThat(log.firstHint()).containsExactly(5 * scale, -6 * scale);
        assertThat(log.spectrum()).containsExactly(3 * scale, scale);
        assertThat(log.rival().directions()[0]).containsExactly(0, -3 * scale);
        assertThat(log.rival().weights()[0]).containsExactly(0, 0, 1);
    }

    @Test
    void spectraFallOffAsTheirNamesSay() {
        assertThat(values(Decay.GAUSSIAN, 3, new Chosen().with("values", -2, 0.5, 3)))
                .containsExactly(3, 2, 0.5);
        assertThat(values(Decay.GRADED, 3, new Chosen().with("decades", 2)))
                .containsExactly(new double[] {1, 0.1, 0.01}, within(1e-16));
        assertThat(values(Decay.GRADED, 1, new Chosen().with("decades", 2))).containsExactly(1);
        assertThat(values(
                        Decay.CLUSTERED, 2, new Chosen().with("cluster", -1, 1).with("jitter", 100, -200)))
                .containsExactly(new double[] {1 - 2e-12, 0.5 + 5e-13}, within(1e-15));
        assertThat(values(
                        Decay.DEFICIENT,
                        4,
                        new Chosen().with("values", 1, -2, 3, 4).with("nonzero", 2)))
                .containsExactly(2, 1, 0, 0);
        assertThat(values(Decay.FLAT, 3, new Chosen().with("value", 1.5))).containsExactly(1.5, 1.5, 1.5);
    }

    private static double[] values(Decay decay, int count, Chosen chosen) {
        return decay.values(chosen.draw(), count);
    }

    @Test
    void everyKindOfLogIsThereInAllItsSizes() {
        assertSizes("rank/gaussian", 1, 6, 1, 6);
        assertSizes("rank/line", 1, 1, 1, 8);
        assertSizes("rank/extreme", 1, 4, 1, 4);
        assertSizes("rank/large", 5, 20, 5, 20);
        assertThat(Logs.everywhere())
                .extracting(Family::name)
                .contains("rank/graded", "rank/clustered", "rank/deficient", "rank/flat", "rank/ties", "rank/nothing");
    }

    private static void assertSizes(String family, int narrow, int wide, int few, int many) {
        Set<List<Integer>> sizes = new HashSet<>();
        for (int[] size : new int[][] {{0, 0}, {99, 0}, {0, 99}, {99, 99}}) {
            Log log = new Chosen()
                    .with("dimension", size[0])
                    .with("increments", size[1])
                    .with("rank", 99)
                    .of(LOGS, family);
            sizes.add(List.of(log.firstHint().length, log.gradients().length - 1));
            assertThat(log.rank()).isEqualTo(Math.min(log.firstHint().length, log.gradients().length - 1));
        }
        assertThat(sizes)
                .isEqualTo(new HashSet<>(
                        List.of(List.of(narrow, few), List.of(wide, few), List.of(narrow, many), List.of(wide, many))));
    }

    /** σ (I − (2/n) 1 1ᵀ), row by row. */
    @Test
    void aMirroredLogHasTheIncrementsOfADiagonalInAMirror() {
        Log log = Logs.mirrored(1, 4, 2, 1, 0);
        double[][] rows = Increments.of(log.gradients()).rows();

        for (int i = 0; i < 4; i++) {
            for (int t = 0; t < 4; t++) {
                assertThat(rows[t][i]).isEqualTo((i == t ? 0.5 : -0.5) * log.spectrum()[i]);
            }
        }
        assertThat(log.gradients()[0]).containsOnly(0);
        assertThat(RankSetting.DECLARED.margin().applyAsDouble(log)).isNotNegative();
    }

    @Test
    void aLogOnTheLineHasTheNormOfItsIncrementsForASingularValue() {
        assertThat(Logs.line(1, 4, 0).spectrum()).containsExactly(5);
        assertThat(Logs.line(7, 7).gradients()).isEqualTo(new double[][] {{7}, {7}});
    }

    @Test
    void pairsAreHAndWhatItsNameSaysOfTheOther() {
        Chosen chosen = new Chosen()
                .with("dimension", 1)
                .with("increments", 2)
                .with("increment", 1, 3)
                .row("increment", 1, -1)
                .with("noise", 8)
                .row("noise", 1, 4)
                .with("other", -5)
                .row("other", 1, 5)
                .with("size", 0.25)
                .with("factor", -0.5)
                .with("scale", 0)
                .with("rank", 1);
        Pair beside = chosen.of(PAIRS, "pairs/beside");
        Pair multiple = chosen.of(PAIRS, "pairs/multiple");
        Pair unrelated = chosen.of(PAIRS, "pairs/unrelated");

        assertThat(List.of(beside, multiple, unrelated))
                .allSatisfy(pair -> assertThat(pair.gradients()).isEqualTo(new double[][] {{0}, {1}, {0}}));
        assertThat(beside.others()).isEqualTo(new double[][] {{0}, {3}, {3}});
        assertThat(multiple.others()).isEqualTo(new double[][] {{0}, {-0.5}, {0}});
        assertThat(unrelated.others()).isEqualTo(new double[][] {{0}, {-5}, {0}});
        assertThat(beside.rank()).isEqualTo(1);
        assertThat(multiple.rank()).isZero();
        assertThat(chosen.with("scale", 3).of(PAIRS, "pairs/unrelated").others()[1])
                .containsExactly(-5 * 0x1p498);
    }

    @Test
    void whatIsMovedIsTheTail() {
        Pair pair = new Chosen()
                .with("dimension", 3)
                .with("rank", 1)
                .with("values", 1, 4, -2)
                .with("factor", 0.5)
                .with("scale", 0)
                .of(PAIRS, "pairs/tail-moved");

        assertThat(pair.gradients()).isEqualTo(new double[][] {{0, 0, 0}, {4, 0, 0}, {4, 2, 0}, {4, 2, 1}});
        assertThat(pair.others()).isEqualTo(new double[][] {{0, 0, 0}, {4, 0, 0}, {4, 1, 0}, {4, 1, 0.5}});
        assertThat(pair.rank()).isEqualTo(1);
    }

    @Test
    void pairsAndReorderingsReachSixDimensionsAndLargeOnesTwenty() {
        for (int more : new int[] {0, 14}) {
            Chosen most =
                    new Chosen().with("dimension", 99).with("increments", 99).with("rank", 99);
            Pair pair = most.of(PAIRS, more == 0 ? "pairs/beside" : "pairs/large");
            Reordering reordering = most.of(REORDERINGS, more == 0 ? "reordered/graded" : "reordered/large");

            assertThat(pair.gradients()).hasDimensions(7 + more, 6 + more);
            assertThat(pair.rank()).isEqualTo(6 + more);
            assertThat(reordering.gradients()).hasDimensions(7 + more, 6 + more);
        }
        assertThat(new Chosen()
                        .with("dimension", 2)
                        .with("increments", 5)
                        .with("rank", 99)
                        .of(PAIRS, "pairs/unrelated")
                        .rank())
                .isEqualTo(2);
    }

    /** Columns of size 2 and 1, and the places of the keys in ascending order. */
    @Test
    void aReorderingSumsIncrementsOfTheSizesDrawnAndSortsByItsKeys() {
        Reordering reordering = new Chosen()
                .with("dimension", 2)
                .with("increments", 3)
                .with("values", -1, 2)
                .with("increment", 1, 10)
                .row("increment", 1, 2, 20)
                .row("increment", 2, 3, 30)
                .with("start", 1, 2)
                .with("scale", 0)
                .with("order", 0.9, 0.1, 0.5)
                .with("share", 1)
                .of(REORDERINGS, "reordered/gaussian");

        assertThat(reordering.gradients()).isEqualTo(new double[][] {{1, 2}, {3, 12}, {7, 32}, {13, 62}});
        assertThat(reordering.order()).containsExactly(1, 2, 0);
        assertThat(reordering.reordered()).isEqualTo(new double[][] {{1, 2}, {5, 22}, {11, 52}, {13, 62}});
        assertThat(reordering.epsilon()).isEqualTo(0.05);
    }

    @Test
    void anExtremeReorderingIsScaledAsAWhole() {
        Reordering signs = new Chosen()
                .with("dimension", 1)
                .with("increments", 2)
                .with("increment", -1)
                .row("increment", 1, 1)
                .with("start", 3)
                .with("scale", 3)
                .of(REORDERINGS, "reordered/signs");

        assertThat(signs.gradients()).isEqualTo(new double[][] {{3 * 0x1p498}, {2 * 0x1p498}, {3 * 0x1p498}});
    }

    @Test
    void reorderedGradientsAreTheGradientsThemselves() {
        Reordering reordering =
                new Reordering(new double[][] {{1}, {2}, {5}}, new int[] {2, 0, 1}, Reordering.What.GRADIENTS, 0);

        assertThat(reordering.reordered()).isEqualTo(new double[][] {{5}, {1}, {2}});
    }
}
