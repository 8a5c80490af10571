package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;

class ProjectionTest {

    private static final Sketch SKETCH =
            new Sketch(new EntryLaw.SparseSigns(3), 5, new double[][] {{1, 2, 3}, {4, 5, 6}}, 7, 10);

    @Test
    void aMapIsLinearAndStaysTheSame() {
        Projection map = new RandomProjection(SKETCH);
        double[] first = map.project(new double[] {1, 2, 3});
        double[] second = map.project(new double[] {2, 4, 6});

        assertThat(map.project(new double[] {1, 2, 3})).containsExactly(first);
        for (int i = 0; i < 5; i++) {
            assertThat(second[i]).isEqualTo(2 * first[i]);
        }
    }

    @Test
    void theSameSeedGivesTheSameMapAndAnotherIndexAnother() {
        double[] vector = {1, 0.5, 0.25};
        double[] map = new RandomProjection(SKETCH.map(3)).project(vector);

        assertThat(new RandomProjection(SKETCH.map(3)).project(vector)).containsExactly(map);
        assertThat(new RandomProjection(SKETCH.map(4)).project(vector)).isNotEqualTo(map);
    }

    @Test
    void sparseSignsTakeThreeValues() {
        Set<Double> values = new HashSet<>();
        int filled = 0;
        for (int i = 0; i < 6000; i++) {
            double entry = new EntryLaw.SparseSigns(3).entry(11, i);
            values.add(entry);
            filled += entry == 0 ? 0 : 1;
        }

        assertThat(values).containsExactlyInAnyOrder(0.0, Math.sqrt(3), -Math.sqrt(3));
        assertThat(filled).isBetween(1800, 2200);
    }

    /** P(χ²₂ₘ > x) = e^(−x/2) Σ_{j<m} (x/2)ʲ/j!. */
    @Test
    void aQuarterOfAllVectorsIsOffByTenPerCent() {
        double outside = 1 - poisson(128, 0.9 * 128) + poisson(128, 1.1 * 128);

        assertThat(ProjectionNorm.outside(256, 0.1)).isCloseTo(outside, within(1e-12));
        assertThat(outside).isCloseTo(0.257, within(5e-4));
    }

    private static double poisson(int m, double x) {
        double term = StrictMath.exp(-x);
        double sum = term;
        for (int j = 1; j < m; j++) {
            term *= x / j;
            sum += term;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256, 1000, 10_000})
    void theBoundOfDasguptaAndGuptaHolds(int k) {
        for (double e = 0.05; e < 1; e += 0.05) {
            assertThat(ProjectionNorm.outside(k, e))
                    .isLessThanOrEqualTo(2 * StrictMath.exp(-k * (e * e / 4 - e * e * e / 6)));
        }
    }

    @Test
    void singularValuesAreThoseOfCommonsMath() {
        double[][] rows = {{1, 2, 3, 4}, {0, -1, 5, 2}, {7, 1, 0, -3}};

        assertThat(Spectrum.of(rows).values())
                .containsExactly(
                        new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSingularValues(),
                        within(1e-13));
    }

    @Test
    void tailsAndRanksAreThoseOfADiagonal() {
        Spectrum spectrum = Spectrum.of(new double[][] {{1, 0, 0}, {0, 3, 0}, {0, 0, -2}});

        assertThat(spectrum.tail(0)).isCloseTo(14, within(1e-13));
        assertThat(spectrum.tail(1)).isCloseTo(5, within(1e-13));
        assertThat(spectrum.fourthTail(1)).isCloseTo(17, within(1e-12));
        assertThat(spectrum.rank(0.5)).isEqualTo(1);
        assertThat(spectrum.rank(0.1)).isEqualTo(2);
        assertThat(spectrum.rank(0.01)).isEqualTo(3);
        assertThat(Spectrum.of(new double[2][2]).rank(0.01)).isZero();
        assertThat(new Spectrum(new double[] {1, 1}).rank(0.5)).isEqualTo(1);
    }

    @Test
    void sixtyFourIncrementsAlongAxesShowSixteenRanks() {
        Claim<Sketch, Projection, ProjectionRank.Ranks> claim = ProjectionRank.THEOREM.claim();
        ProjectionRank.Ranks ranks = claim.setting().referee().play(Sketches.identity(64, 16), RandomProjection::new);

        assertThat(ranks.whole()).isEqualTo(64);
        assertThat(ranks.largest()).isEqualTo(16);
        assertThat(ranks.projected()).isBetween(12, 16);
    }

    @Test
    void aConstantLogUnderNewMapsLooksLikeNoise() {
        var referee = ProjectionKappa.THEOREM.claim().setting().referee();
        ProjectionKappa.Paths fixed = referee.play(Sketches.constant(101, 64), RandomProjection::new);
        ProjectionKappa.Paths redrawn = referee.play(Sketches.constant(101, 64), Slips.Redrawn::new);

        assertThat(fixed.projectedPath() / fixed.projectedEnergy()).isCloseTo(0.0099, within(1e-5));
        assertThat(redrawn.projectedPath() / redrawn.projectedEnergy()).isBetween(1.8, 2.2);
    }

    @Test
    void everyStatisticalTheoremHoldsAndEveryControlIsRefutedByFarAtAnotherSeed() {
        for (Theorem<?, ?, ?> theorem : Projections.theorems()) {
            for (Claim<?, ?, ?> claim : theorem.claims()) {
                if (claim.statement() instanceof org.theoremcheck.claim.Test<?>) {
                    assertDecided(claim);
                }
            }
        }
    }

    /** A control's score is beyond the smallest effect that its test promises to see. */
    private static <I, S, E> void assertDecided(Claim<I, S, E> claim) {
        double largest = 0;
        for (Family<I> family : claim.setting().families()) {
            Finding finding = claim.judge(family.draw(99, 0), claim.setting().reference());
            largest = Math.max(largest, finding.measured());
        }
        double smallestEffect = ((org.theoremcheck.claim.Test<?>) claim.statement()).smallestEffect();
        if (claim.expected() == Verdict.HOLDS) {
            assertThat(largest).as(claim.id()).isLessThan(4);
        } else {
            assertThat(largest).as(claim.id()).isGreaterThan(smallestEffect + 6);
        }
    }

    @Test
    void anExperimentReadsBackFromItsText() {
        Sketch read = Codec.read(Codec.write(SKETCH), Sketch.class);

        assertThat(Codec.write(read)).isEqualTo(Codec.write(SKETCH));
        assertThat(read.law()).isEqualTo(new EntryLaw.SparseSigns(3));
    }

    @Test
    void whatMakesNoExperimentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sketch(Sketches.GAUSSIAN, 0, new double[][] {{1}}, 1, 1))
                .withMessage("an experiment has at least one map to at least one number, got 1 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sketch(Sketches.GAUSSIAN, 1, new double[][] {{1}, {}}, 1, 1))
                .withMessage("vectors are rows of one length with finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntryLaw.SparseSigns(0))
                .withMessage("the sparsity is at least 1, got 0");
    }
}
