package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;

class MahalanobisTest extends SquaredNormChecks {

    @Override
    Stream<SquaredNorm> norms() {
        return Stream.of(
                new Mahalanobis(new double[][] {{3}}),
                new Mahalanobis(new double[][] {{0.9}, {-0.3, 1.7}}),
                new Mahalanobis(drawn(4)),
                new Mahalanobis(new double[][] {{1}, {-2, 0.25}, {0.75, 0.5, 4}}));
    }

    private static double[][] drawn(int dimension) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, dimension)
                .mapToObj(i -> {
                    double[] row = slope(random, i + 1, 0.5);
                    row[i] = random.nextDouble(0.5, 2);
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static double[][] factor(Geometry geometry) {
        return ((Mahalanobis) whole(geometry)).factor();
    }

    /** A = LLᵀ. */
    private static RealMatrix matrix(Geometry geometry) {
        double[][] factor = factor(geometry);
        RealMatrix lower = new Array2DRowRealMatrix(factor.length, factor.length);
        for (int i = 0; i < factor.length; i++) {
            for (int j = 0; j <= i; j++) {
                lower.setEntry(i, j, factor[i][j]);
            }
        }
        return lower.multiply(lower.transpose());
    }

    @Override
    double norm(SquaredNorm whole, double[] x) {
        return Math.sqrt(dot(x, matrix(whole).operate(x)));
    }

    /** Most errors stay far below the condition of L. */
    @Override
    double attained() {
        return 5e-4;
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return matrix(geometry).operate(x);
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, 0.25), new double[dimension]);
    }

    /** A⁻¹v, normed. */
    @Override
    double[] aligned(Geometry geometry, double[] v) {
        double[] solved = new LUDecomposition(matrix(geometry))
                .getSolver()
                .solve(new ArrayRealVector(v))
                .toArray();
        return scaled(1 / Math.sqrt(dot(v, solved)), solved);
    }

    @Override
    Enclosure[] unconstrained(SquaredNorm whole, double[] from, double eta, double[] slope) {
        double[][] factor = factor(whole);
        Enclosure[] image = new Enclosure[from.length];
        Enclosure[] solved = Enclosures.of(slope);
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < i; j++) {
                solved[i] = solved[i].minus(Enclosure.of(factor[i][j]).times(solved[j]));
            }
            solved[i] = solved[i].over(Enclosure.of(factor[i][i]));
            image[i] = Enclosure.of(from[i]).minus(Enclosure.of(eta).times(solved[i]));
        }
        return image;
    }

    @Override
    Enclosure exactMirrorNorm(SquaredNorm whole, Enclosure[] mirror) {
        return Enclosures.squaredNorm(mirror).sqrt();
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        double[][] factor = factor(geometry);
        Enclosure[] point = Enclosures.of(mirror);
        for (int j = point.length - 1; j >= 0; j--) {
            for (int i = j + 1; i < point.length; i++) {
                point[j] = point[j].minus(Enclosure.of(factor[i][j]).times(point[i]));
            }
            point[j] = point[j].over(Enclosure.of(factor[j][j]));
        }
        return point;
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        double[][] factor = factor(geometry);
        Enclosure[] exact = new Enclosure[point.length];
        for (int j = 0; j < exact.length; j++) {
            exact[j] = Enclosure.ZERO;
            for (int i = j; i < exact.length; i++) {
                exact[j] = exact[j].plus(Enclosure.of(factor[i][j]).times(Enclosure.of(point[i])));
            }
        }
        return imageNorm(geometry, errors(exact, mirror));
    }

    /** The image is Lᵀx and not Ax: Euclidean. */
    @Override
    double imageNorm(Geometry geometry, double[] difference) {
        return euclidean(difference);
    }

    /** A = ((4, 2), (2, 10)): xᵀAx = 4 + 4 + 10 at (1, 1), and A⁻¹(6, 12) = (1, 1). */
    @Test
    void normsAndStepsAreThoseComputedByHand() {
        Geometry geometry = new Mahalanobis(new double[][] {{2}, {1, 3}});
        double[] mirror = geometry.mirror(new double[] {1, 1});

        assertThat(geometry.norm(new double[] {1, 1})).isEqualTo(Math.sqrt(18));
        assertThat(geometry.squaredDualDistance(new double[] {6, 12}, new double[2]))
                .isEqualTo(18);
        assertThat(geometry.divergence(new double[] {2, 2}, new double[] {1, 1}))
                .isEqualTo(9);
        geometry.step(mirror, 0.5, new double[] {6, 12}, mirror);
        assertThat(geometry.point(mirror)).containsExactly(0.5, 0.5);
    }

    /** L = ((1, 0), (c, 1)) has the condition 2 + c², and loses c of it where x₁ and c x₂ cancel. */
    @Test
    void normsAreAccurateUpToTheCondition() {
        double c = 12345.678;
        Geometry geometry = new Mahalanobis(new double[][] {{1}, {c, 1}});
        double[] x = {0.3 - c / 3, 1.0 / 3};
        double[] v = {1.0 / 3, 0.3 + c / 3};
        double[] origin = new double[2];
        double norm = relativeError(
                geometry.norm(x), geometry.exactSquaredNorm(Enclosures.of(x)).sqrt());
        double dual =
                relativeError(geometry.squaredDualDistance(v, origin), geometry.exactSquaredDualNorm(Enclosures.of(v)));
        double divergence = relativeError(geometry.divergence(x, origin), geometry.exactDivergence(x, origin));
        double potential = relativeError(geometry.potential(x), geometry.exactPotential(x));

        assertThat(norm / Rounding.UNIT).isBetween(100.0, geometry.normError(2));
        assertThat(dual / Rounding.UNIT).isBetween(100.0, 2 * geometry.normError(2));
        assertThat(divergence / Rounding.UNIT).isBetween(100.0, geometry.divergenceError(2));
        assertThat(potential / Rounding.UNIT).isBetween(100.0, geometry.potentialError(2));
        assertThat(geometry.normRatio(2)).isCloseTo(c, within(1e-3));
        assertThat(geometry.dualRatio()).isCloseTo(c, within(1e-3));
    }

    @Test
    void itHasPointsOfOneDimension() {
        Geometry geometry = new Mahalanobis(new double[][] {{1}, {0, 1}});

        assertThat(geometry.fits(2)).isTrue();
        assertThat(geometry.fits(1)).isFalse();
        assertThat(new NormBall((Mahalanobis) geometry, 1).fits(3)).isFalse();
    }

    @Test
    void aFactorIsTriangularWithAPositiveDiagonal() {
        for (double[][] factor :
                List.of(new double[][] {{1}, {1}}, new double[][] {{1}, {1, 0}}, new double[][] {{1}, {Double.NaN, 1}
                })) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Mahalanobis(factor))
                    .withMessage("row 1 of a triangular factor has 2 finite entries, the last one positive");
        }
    }
}
