package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Chosen;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;

/** The experiments are those that the texts of the settings describe. */
class SketchesTest {

    @Test
    void statisticalTheoremsHaveTwoExperimentsOfTheSizeTheySay() {
        assertSize(Sketches.gaussian(), 3, 4, 16, 20_000);
        assertSize(Sketches.oneVector(), 1, 3, 256, 1000);
        assertSize(Sketches.powerLaws(), 40, 40, 16, 200);

        Sketch axes = Sketches.sparse().draw(1, 0);
        Sketch spread = Sketches.sparse().draw(1, 1);
        assertThat(axes.law()).isEqualTo(new EntryLaw.SparseSigns(6));
        assertThat(Spectrum.of(axes.rows()).values()).containsExactly(2, 1);
        assertThat(spread.law()).isEqualTo(new EntryLaw.SparseSigns(2));
        assertThat(Spectrum.of(spread.rows()).rank(1e-9)).isEqualTo(3);
    }

    private static void assertSize(Family<Sketch> family, int rows, int dimension, int target, int maps) {
        assertThat(family.size()).isEqualTo(2);
        for (int index = 0; index < 2; index++) {
            Sketch sketch = family.draw(1, index);
            assertThat(sketch.rows()).hasDimensions(rows, dimension);
            assertThat(sketch.target()).isEqualTo(target);
            assertThat(sketch.maps()).isEqualTo(maps);
            assertThat(sketch.law()).isEqualTo(Sketches.GAUSSIAN);
        }
    }

    /** Rows of normals of one size, or a third of the size of the one before; a mean of 400 χ²₄ is within 1/2 of 4. */
    @Test
    void gaussianExperimentsHaveRowsOfOneSizeOrOfSizesThatFallByThirds() {
        for (int index = 0; index < 2; index++) {
            double[] squares = new double[3];
            for (int seed = 0; seed < 400; seed++) {
                double[][] rows = Sketches.gaussian().draw(seed, index).rows();
                for (int t = 0; t < 3; t++) {
                    squares[t] += Vectors.squaredNorm(rows[t]) / 400;
                }
            }
            for (int t = 0; t < 3; t++) {
                double size = index == 0 ? 1 : StrictMath.pow(9, -t);
                assertThat(squares[t] / size).isCloseTo(4, within(0.5));
            }
        }
    }

    @Test
    void singularValuesFallLikeTheRootOfTheHarmonicSeriesAndLikeTheSeries() {
        double[] slow = Spectrum.of(Sketches.powerLaws().draw(1, 0).rows()).values();
        double[] fast = Spectrum.of(Sketches.powerLaws().draw(1, 1).rows()).values();

        for (int i = 1; i <= 40; i++) {
            assertThat(slow[i - 1]).isCloseTo(1 / Math.sqrt(i), within(1e-15));
            assertThat(fast[i - 1]).isCloseTo(1.0 / i, within(1e-15));
        }
    }

    @Test
    void collinearGradientsAreMultiplesByAPowerOfTwoOrByNothing() {
        Set<Double> multiples = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        Set<EntryLaw> laws = new HashSet<>();
        for (int index = 0; index < 300; index++) {
            Sketch sketch = Sketches.collinear().draw(5, index);
            double[] first = sketch.rows()[0];
            sizes.add(sketch.rows().length);
            sizes.add(100 + sketch.dimension());
            sizes.add(200 + sketch.target());
            laws.add(sketch.law());
            assertThat(sketch.maps()).isEqualTo(1);
            for (double[] row : sketch.rows()) {
                double multiple = first[0] == 0 ? 0 : row[0] / first[0];
                multiples.add(multiple);
                assertThat(row).containsExactly(first[0] == 0 ? row : Vectors.scaled(multiple, first));
            }
        }

        assertThat(multiples).contains(0.0, 1.0, -1.0, 2.0, -2.0, 4.0, 0.5).allMatch(c -> c == 0 || isPowerOfTwo(c));
        assertThat(sizes).contains(1, 12, 101, 106, 201, 208).hasSize(12 + 6 + 8);
        assertThat(laws).hasSize(3);
    }

    private static boolean isPowerOfTwo(double c) {
        return Math.abs(c) == Math.ulp(c) * 0x1p52;
    }

    @Test
    void incrementsOfSmallRankAreWholeNumbersOfRankOneToFour() {
        Set<Integer> ranks = new HashSet<>();
        for (int index = 0; index < 300; index++) {
            double[][] rows = Sketches.ofSmallRank().draw(5, index).rows();
            for (double[] row : rows) {
                for (double value : row) {
                    assertThat(value).isEqualTo(Math.rint(value)).isBetween(-48.0, 48.0);
                }
            }
            if (rows.length > 4) {
                ranks.add(new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getRank());
            }
        }

        assertThat(ranks).contains(1, 2, 3, 4).allMatch(rank -> rank <= 4);
    }

    /** 2 (1, −2, 3, 0) and −3 (0, 1, 0, 4), where 2.4 and −2.6 are drawn for the weights. */
    @Test
    void incrementsOfSmallRankAreWholeMultiplesOfWholeVectors() {
        Sketch sketch = new Chosen()
                .with("rank", 2)
                .with("dimension", 4)
                .with("rounds", 1)
                .with("basis", 1.2, -2.2, 3, 0.4)
                .row("basis", 1, 0, 1, 0, 4)
                .with("weights", 2.4, -2.6)
                .with("law", 2)
                .with("target", 5)
                .with("seed", 77)
                .of(Sketches.ofSmallRank());

        assertThat(sketch.rows()).isEqualTo(new double[][] {{2, -7, 6, -12}});
        assertThat(sketch.law()).isEqualTo(new EntryLaw.SparseSigns(3));
        assertThat(sketch.target()).isEqualTo(5);
        assertThat(sketch.seed()).isEqualTo(77);
    }

    @Test
    void witnessesAreAConstantLogAndOrthogonalIncrements() {
        assertThat(Sketches.constant(3, 8).rows()).isEqualTo(new double[][] {{1}, {1}, {1}});
        assertThat(Sketches.constant(3, 8).target()).isEqualTo(8);
        assertThat(Sketches.identity(2, 5).rows()).isEqualTo(new double[][] {{1, 0}, {0, 1}});
        assertThat(Sketches.identity(2, 5).target()).isEqualTo(5);
    }

    @Test
    void theSmallestExperimentIsOneAndWhatIsLessIsNone() {
        double[][] one = {{1}};

        assertThat(new Sketch(Sketches.GAUSSIAN, 1, one, 1, 1).dimension()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sketch(Sketches.GAUSSIAN, 1, one, 1, 0))
                .withMessage("an experiment has at least one map to at least one number, got 0 to 1");
        for (double[][] none : new double[][][] {{}, {{}}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Sketch(Sketches.GAUSSIAN, 1, none, 1, 1))
                    .withMessage("an experiment has at least one vector of at least one number");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sketch(Sketches.GAUSSIAN, 1, new double[][] {{1}, {Double.NaN}}, 1, 1))
                .withMessage("vectors are rows of one length with finite numbers");
    }
}
