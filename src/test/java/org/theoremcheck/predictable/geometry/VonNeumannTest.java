package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;

/** Against the eigenvalues of Commons Math, which the geometry does not use. */
class VonNeumannTest extends GeometryChecks {

    private static final VonNeumann SPECTRAPLEX = new VonNeumann();

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(SPECTRAPLEX);
    }

    private static int order(int dimension) {
        int order = 1;
        while (order * (order + 1) / 2 < dimension) {
            order++;
        }
        return order;
    }

    private static RealMatrix matrix(double[] vector) {
        int order = order(vector.length);
        RealMatrix matrix = new Array2DRowRealMatrix(order, order);
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j <= i; j++, k++) {
                matrix.setEntry(i, j, i == j ? vector[k] : vector[k] / Math.sqrt(2));
                matrix.setEntry(j, i, matrix.getEntry(i, j));
            }
        }
        return matrix;
    }

    private static double[] vector(RealMatrix matrix) {
        int order = matrix.getRowDimension();
        double[] vector = new double[order * (order + 1) / 2];
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j <= i; j++, k++) {
                vector[k] = i == j ? matrix.getEntry(i, j) : matrix.getEntry(i, j) * Math.sqrt(2);
            }
        }
        return vector;
    }

    private static double[] eigenvalues(double[] vector) {
        return new EigenDecomposition(matrix(vector)).getRealEigenvalues();
    }

    private static double[] map(double[] vector, DoubleUnaryOperator function) {
        EigenDecomposition eigen = new EigenDecomposition(matrix(vector));
        double[] values =
                Arrays.stream(eigen.getRealEigenvalues()).map(function).toArray();
        return vector(eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(values))
                .multiply(eigen.getVT()));
    }

    private static double[] projector(RealVector v) {
        return vector(v.outerProduct(v));
    }

    /** A few random projectors, mixed; fewer than the order are on the boundary. */
    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        int order = order(dimension);
        return mixed(order, random.nextInt(1, order + 1), random);
    }

    /** Away from the boundary. */
    @Override
    double[] start(Geometry geometry, int dimension, SplittableRandom random) {
        int order = order(dimension);
        double[] centre = minimizer(geometry, dimension);
        return along(scaled(0.9, mixed(order, order, random)), 0.1, centre);
    }

    private static double[] mixed(int order, int count, SplittableRandom random) {
        double[] weights = Simplices.draw(count, random, 0);
        double[] mixture = new double[order * (order + 1) / 2];
        for (double weight : weights) {
            double[] direction = direction(slope(random, order, 1));
            mixture = along(mixture, weight, projector(MatrixUtils.createRealVector(direction)));
        }
        return mixture;
    }

    @Override
    double[] near(Geometry geometry, double[] y, double gap, SplittableRandom random) {
        return along(y, gap, difference(start(geometry, y.length, random), y));
    }

    /** Functions of a matrix are enclosed to a few units roundoff only; see below for matrices that are closer. */
    @Override
    double smallestGap() {
        return 0.1;
    }

    /** The constants are for matrices of any order. */
    @Override
    double attained() {
        return 1e-6;
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return Arrays.stream(eigenvalues(x))
                .map(value -> value <= 0 ? 0 : value * Math.log(value))
                .sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return map(x, value -> Math.log(value) + 1);
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        int order = order(dimension);
        return vector(MatrixUtils.createRealIdentityMatrix(order).scalarMultiply(1.0 / order));
    }

    /** The projectors on the eigenvectors. */
    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        EigenDecomposition eigen = new EigenDecomposition(matrix(y));
        List<double[]> projectors = new ArrayList<>();
        for (int i = 0; i < order(y.length); i++) {
            projectors.add(projector(eigen.getEigenvector(i)));
        }
        return projectors;
    }

    /** Diagonal: Pinsker's inequality for two weights. */
    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(new double[] {0.501, 0, 0.499}, new double[] {0.5, 0, 0.5});
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return List.of(new double[] {1, 0, 0}, new double[] {0, 0, 1});
    }

    /** The projector, with its sign, on the eigenvector of the largest eigenvalue in size. */
    @Override
    double[] aligned(Geometry geometry, double[] v) {
        EigenDecomposition eigen = new EigenDecomposition(matrix(v));
        double[] sign = axis(eigen.getRealEigenvalues());
        double[] sum = new double[v.length];
        for (int i = 0; i < sign.length; i++) {
            sum = along(sum, sign[i], projector(eigen.getEigenvector(i)));
        }
        return sum;
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        double[] heavy = point.clone();
        heavy[0] += distance;
        if (point.length == 1) {
            return List.of(heavy);
        }
        double[] negative = new double[point.length];
        negative[0] = 1 + distance;
        negative[2] = -distance;
        return List.of(heavy, negative);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        return moved(from, eta, slope);
    }

    /** exp(L)/tr exp(L), by the power series of L/2ᵏ and k squarings. */
    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        Enclosure[][] power = exponential(mirror);
        Enclosure trace = Enclosure.ZERO;
        for (int i = 0; i < power.length; i++) {
            trace = trace.plus(power[i][i]);
        }
        Enclosure[] point = new Enclosure[mirror.length];
        Enclosure root = Enclosure.of(2).sqrt();
        int k = 0;
        for (int i = 0; i < power.length; i++) {
            for (int j = 0; j <= i; j++, k++) {
                point[k] = (i == j ? power[i][j] : power[i][j].times(root)).over(trace);
            }
        }
        return point;
    }

    private static final int SQUARINGS = 12;
    private static final int TERMS = 25;

    private static Enclosure[][] exponential(double[] mirror) {
        int order = order(mirror.length);
        Enclosure root = Enclosure.of(2).sqrt();
        Enclosure[][] small = new Enclosure[order][order];
        Enclosure[][] sum = new Enclosure[order][order];
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j <= i; j++, k++) {
                Enclosure value = Enclosure.of(Math.scalb(mirror[k], -SQUARINGS));
                small[i][j] = i == j ? value : value.over(root);
                small[j][i] = small[i][j];
                sum[i][j] = i == j ? Enclosure.ONE : Enclosure.ZERO;
                sum[j][i] = sum[i][j];
            }
        }
        Enclosure[][] identity = sum;
        // Horner's rule: I + L/1 (I + L/2 (I + …)).
        for (int term = TERMS; term >= 1; term--) {
            sum = product(small, sum, Enclosure.ONE.over(Enclosure.of(term)), identity);
        }
        for (int i = 0; i < SQUARINGS; i++) {
            sum = product(sum, sum, Enclosure.ONE, new Enclosure[0][]);
        }
        return sum;
    }

    /** c ab, plus a matrix if there is one. */
    private static Enclosure[][] product(Enclosure[][] a, Enclosure[][] b, Enclosure factor, Enclosure[][] plus) {
        int order = a.length;
        Enclosure[][] product = new Enclosure[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                Enclosure sum = Enclosure.ZERO;
                for (int k = 0; k < order; k++) {
                    sum = sum.plus(a[i][k].times(b[k][j]));
                }
                sum = sum.times(factor);
                product[i][j] = plus.length == 0 ? sum : sum.plus(plus[i][j]);
            }
        }
        return product;
    }

    /** ln X is Lipschitz with constant 1/m where eigenvalues are at least m. */
    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        double smallest = Arrays.stream(eigenvalues(point)).min().orElse(1);
        return smallest > 0
                ? euclidean(errors(exactPoint(geometry, mirror), point)) / (0.99 * smallest)
                : Double.POSITIVE_INFINITY;
    }

    /** X = ((½, ¼), (¼, ½)) has eigenvalues ¾ and ¼. */
    @Test
    void divergenceAndPotentialAreThoseOfTheEigenvalues() {
        double[] x = {0.5, 0.25 * Math.sqrt(2), 0.5};
        double[] centre = {0.5, 0, 0.5};

        assertThat(SPECTRAPLEX.potential(x)).isCloseTo(0.13081203594113697, within(1e-15));
        assertThat(SPECTRAPLEX.divergence(x, centre)).isCloseTo(0.13081203594113697, within(1e-15));
        assertThat(SPECTRAPLEX.divergence(centre, x)).isCloseTo(0.14384103622589045, within(1e-15));
        assertThat(SPECTRAPLEX.exactDivergence(centre, x).middle()).isCloseTo(0.14384103622589045, within(1e-15));
        assertThat(SPECTRAPLEX.supDivergence(x)).isCloseTo(Math.log(4), within(1e-15));
    }

    /** Against ln X = ½ ln det X + (X − ½ tr X)(ln λ₁ − ln λ₂)/(λ₁ − λ₂) of matrices of order two. */
    @Test
    void divergencesAreAccurateToOneMillionthAndFarBetterWhereMatricesAreNotClose() {
        SplittableRandom random = new SplittableRandom(1);
        for (double gap : new double[] {1, 1e-3, 1e-8}) {
            double[] y = start(SPECTRAPLEX, 3, random);
            double[] x = near(SPECTRAPLEX, y, gap, random);
            Enclosure exact = divergence(x, y);
            Enclosure width = SPECTRAPLEX.exactDivergence(x, y).minus(exact);

            assertThat(relativeError(SPECTRAPLEX.divergence(x, y), exact))
                    .isLessThanOrEqualTo(gap < 1e-3 ? 1e-6 : SPECTRAPLEX.divergenceError(3) * Rounding.UNIT);
            assertThat(width.low().signum()).isNotPositive();
            assertThat(width.high().signum()).isNotNegative();
            assertThat(width.abs().exceeds(1e-13)).isFalse();
        }
    }

    private static Enclosure divergence(double[] x, double[] y) {
        Enclosure logarithms = Enclosures.dot(x, logarithm(x)).minus(Enclosures.dot(x, logarithm(y)));
        return logarithms.minus(trace(x)).plus(trace(y));
    }

    private static Enclosure trace(double[] x) {
        return Enclosure.of(x[0]).plus(Enclosure.of(x[2]));
    }

    private static Enclosure[] logarithm(double[] x) {
        Enclosure half = Enclosure.of(0.5);
        Enclosure mean = trace(x).times(half);
        Enclosure apart = Enclosure.of(x[0]).minus(Enclosure.of(x[2])).times(half);
        Enclosure radius =
                apart.squared().plus(Enclosure.of(x[1]).squared().times(half)).sqrt();
        Enclosure larger = mean.plus(radius).log();
        Enclosure smaller = mean.minus(radius).log();
        Enclosure slope = larger.minus(smaller).over(radius).times(half);
        Enclosure common = larger.plus(smaller).times(half);
        return new Enclosure[] {
            common.plus(slope.times(apart)), slope.times(Enclosure.of(x[1])), common.minus(slope.times(apart))
        };
    }

    @Test
    void diagonalMatricesArePlayedAsDistributions() {
        Entropy entropy = new Entropy();
        double[] weights = entropy.mirror(new double[] {0.25, 0.75});
        double[] matrix = SPECTRAPLEX.mirror(new double[] {0.25, 0, 0.75});
        entropy.step(weights, 0.5, new double[] {3, -1}, weights);
        SPECTRAPLEX.step(matrix, 0.5, new double[] {3, 0, -1}, matrix);
        double[] point = SPECTRAPLEX.point(matrix);

        assertThat(new double[] {point[0], point[2]}).containsExactly(entropy.point(weights), within(1e-15));
        assertThat(point[1]).isZero();
    }

    @Test
    void itsVectorsAreTriangles() {
        assertThat(Stream.of(1, 3, 6, 10, 15, 1275).allMatch(SPECTRAPLEX::fits)).isTrue();
        assertThat(Stream.of(0, 2, 4, 5, 7, 1274).noneMatch(SPECTRAPLEX::fits)).isTrue();
    }

    @Test
    void whatIsNotPositiveOrHasAnotherTraceIsOutside() {
        assertThat(SPECTRAPLEX.outside(new double[] {1.5, 0, -0.5})).isCloseTo(0.5, within(1e-15));
        assertThat(SPECTRAPLEX.outside(new double[] {1, 0, 0.25})).isCloseTo(0.25, within(1e-15));
        assertThat(SPECTRAPLEX.outside(new double[] {1, 0, 0})).isZero();
    }
}
