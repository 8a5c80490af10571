package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/** What a design tells of X as it is asked is one matrix, and that matrix has independent entries N(0, 1/d). */
class LazyDesignTest {

    private static final int D = 2;
    private static final int N = 3;

    private static final double[][] UNITS = {{1, 0}, {0, 1}};

    /** Answers about X in the order in which they were given, then all of X. */
    private record Story(RealMatrix x, RealMatrix asked, RealMatrix image, RealMatrix probe, RealMatrix back) {}

    /** Asks for Xθ, then Xᵀg with a g that depends on the answer in no linear way, then X(Xᵀg), and at last for Xe₁ and Xe₂. */
    private static Story tell(long seed) {
        LazyDesign design = new LazyDesign(
                new Experiment(Model.of(new Loss.Logistic(), 1.5, 1, 0.1, 5), EntryLaw.GAUSSIAN, D, 1, seed));
        // As a start at zero does.
        design.coordinates(new double[][] {{0, 0}});
        double[][] asked = design.coordinates(new double[][] {{0.6, -0.8}});
        Pieces[] image = design.times(asked);
        double[] probe = image[0].toArray();
        for (int i = 0; i < N; i++) {
            probe[i] = probe[i] > 0 ? 1 : 0.3 + probe[i] * probe[i];
        }
        double[][] back = design.transposedTimes(new Pieces[] {Pieces.of(probe)});
        double[][] x = Pieces.toArrays(design.times(design.coordinates(UNITS)));
        return new Story(
                matrix(x),
                matrix(Pieces.toArrays(design.vectors(asked))),
                matrix(Pieces.toArrays(image)),
                matrix(new double[][] {probe}),
                matrix(Pieces.toArrays(design.vectors(back))));
    }

    private static RealMatrix matrix(double[][] columns) {
        return MatrixUtils.createRealMatrix(columns).transpose();
    }

    @Test
    void allAnswersAreAboutOneMatrix() {
        for (int seed = 0; seed < 1000; seed++) {
            Story story = tell(seed);
            double size = story.x.getFrobeniusNorm() * (1 + story.probe.getFrobeniusNorm());
            // Two dozen roundings of single precision in a chain of orthogonal projections, which do not enlarge
            // errors.
            double rounding = 24 * 0x1p-24 * size;

            assertThat(story.x.multiply(story.asked).subtract(story.image).getFrobeniusNorm())
                    .isLessThan(rounding);
            assertThat(story.x
                            .transpose()
                            .multiply(story.probe)
                            .subtract(story.back)
                            .getFrobeniusNorm())
                    .isLessThan(rounding);
        }
    }

    /** First, second and mixed fourth moments of √d xᵢⱼ, in bands of 6.5 standard errors: 33 of them, a share of 3e-9 in all. */
    @Test
    void entriesAreIndependentGaussiansHoweverOneAsks() {
        int designs = 100_000;
        int entries = N * D;
        double[] mean = new double[entries];
        double[][] product = new double[entries][entries];
        double[][] squares = new double[entries][entries];
        for (int seed = 0; seed < designs; seed++) {
            double[] x = MathArrays.concatenate(
                    tell(seed).x.scalarMultiply(Math.sqrt(D)).getData());
            for (int i = 0; i < entries; i++) {
                mean[i] += x[i] / designs;
                for (int j = 0; j <= i; j++) {
                    product[i][j] += x[i] * x[j] / designs;
                    squares[i][j] += x[i] * x[i] * x[j] * x[j] / designs;
                }
            }
        }

        for (int i = 0; i < entries; i++) {
            assertThat(mean[i]).isCloseTo(0, within(6.5 / Math.sqrt(designs)));
            for (int j = 0; j <= i; j++) {
                // E x²y² is 1 with variance 8, E x⁴ is 3 with variance 96; E xy is 0 with variance 1, E x² is 1 with
                // variance 2.
                double same = i == j ? 1 : 0;
                assertThat(product[i][j]).isCloseTo(same, within(6.5 * Math.sqrt((1 + same) / designs)));
                assertThat(squares[i][j]).isCloseTo(1 + 2 * same, within(6.5 * Math.sqrt((8 + 88 * same) / designs)));
            }
        }
    }

    @Test
    void nothingIsDrawnForZero() {
        LazyDesign design = new LazyDesign(
                new Experiment(Model.of(new Loss.Logistic(), 1.5, 1, 0.1, 5), EntryLaw.GAUSSIAN, D, 1, 7));

        assertThat(design.times(design.coordinates(new double[][] {{0, 0}}))[0].toArray())
                .containsOnly(0);
        assertThat(design.vectors(design.transposedTimes(new Pieces[] {new Pieces(N)}))[0].toArray())
                .containsOnly(0);
    }

    @Test
    void otherEntriesThanGaussianAreRefused() {
        Experiment signs = new Experiment(Model.of(new Loss.Logistic(), 2, 1, 0.1, 5), EntryLaw.RADEMACHER, 4, 1, 1);

        assertThatThrownBy(() -> new LazyDesign(signs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Gaussian entries, got RADEMACHER");
    }
}
