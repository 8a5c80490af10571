package org.theoremcheck.dualspace.preconditioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;

/** What a preconditioner states of itself is checked on random gradients of all sizes. */
class PreconditionerTest {

    private static final int ROWS = 4;

    static Stream<Preconditioner> smooth() {
        Stream<Preconditioner> blockwise = Stream.of(Partition.values())
                .flatMap(partition -> Stream.of(Shape.SQUARE, Shape.HYPOTENUSE, Shape.SOFT, Shape.HUBER, Shape.LOG_COSH)
                        .map(shape -> new Blockwise(partition, new Profile(shape, 0.25))));
        return Stream.concat(
                blockwise,
                Stream.of(
                        new Spectral(0.25),
                        new RightMultiplication(new double[][] {{2, 1}, {1, 2}}, 1, 3),
                        new Diagonal(new double[] {1, 4, 2, 0.5}),
                        new HalfSquaredNorm(1),
                        new HalfSquaredNorm(2),
                        new HalfSquaredNorm(3)));
    }

    private static List<DMatrixRMaj> gradients() {
        Random random = new Random(7);
        return random.doubles(60, -4, 3)
                .mapToObj(exponent -> {
                    DMatrixRMaj gradient = new DMatrixRMaj(ROWS, 2);
                    for (int i = 0; i < gradient.data.length; i++) {
                        gradient.data[i] = random.nextGaussian() * StrictMath.pow(10, exponent / 2);
                    }
                    return gradient;
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theGradientIsTheDerivativeOfTheValue(Preconditioner preconditioner) {
        for (DMatrixRMaj gradient : gradients()) {
            DMatrixRMaj direction = preconditioner.gradient(gradient);
            double h = 1e-6 * Matrices.norm(gradient);
            for (int i = 0; i < gradient.data.length; i++) {
                DMatrixRMaj more = gradient.copy();
                more.data[i] += h;
                DMatrixRMaj less = gradient.copy();
                less.data[i] -= h;
                double difference = (preconditioner.value(more) - preconditioner.value(less)) / (2 * h);
                assertThat(direction.data[i])
                        .isCloseTo(difference, within(1e-5 * preconditioner.lipschitz() * Matrices.norm(gradient)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theConstantsStatedAreBounds(Preconditioner preconditioner) {
        List<DMatrixRMaj> gradients = gradients();
        for (DMatrixRMaj g : gradients) {
            DMatrixRMaj p = preconditioner.gradient(g);
            double inner = Matrices.inner(p, g);
            double size = Matrices.norm(g);
            double lower = preconditioner.lowerSecant(size, g.data.length);
            double upper = preconditioner.upperSecant();

            assertThat(inner).isGreaterThanOrEqualTo(lower * size * size * (1 - 1e-12));
            assertThat(Matrices.norm(p) * Matrices.norm(p)).isLessThanOrEqualTo(upper * inner * (1 + 1e-12));
            assertThat(upper).isLessThanOrEqualTo(preconditioner.lipschitz());
            if (preconditioner.symmetricSecant()) {
                double cosine = 2 * Math.sqrt(lower * upper) / (lower + upper);
                assertThat(inner).isGreaterThanOrEqualTo(cosine * size * Matrices.norm(p) * (1 - 1e-12));
            }
            for (DMatrixRMaj h : gradients) {
                assertThat(Matrices.distance(p, preconditioner.gradient(h)))
                        .isLessThanOrEqualTo(preconditioner.lipschitz() * Matrices.distance(g, h) * (1 + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theClassStatedIsThatOfTheMap(Preconditioner preconditioner) {
        double outside = 0;
        double turned = 0;
        for (DMatrixRMaj g : gradients()) {
            DMatrixRMaj p = preconditioner.gradient(g);
            double scale = Matrices.inner(p, g) / Matrices.inner(g, g);
            DMatrixRMaj multiple = g.copy();
            org.ejml.dense.row.CommonOps_DDRM.scale(scale, multiple);
            turned = Math.max(turned, Matrices.distance(p, multiple) / Matrices.norm(p));
            outside = Math.max(outside, outside(g, p) / Matrices.norm(p));
        }
        Symmetry symmetry = preconditioner.symmetry(2);

        assertThat(turned < 1e-7).isEqualTo(symmetry == Symmetry.ISOTROPIC);
        assertThat(outside < 1e-7).isEqualTo(symmetry.preservesSpan());
    }

    /** The part of P that is orthogonal to the columns of G, by the other library. */
    private static double outside(DMatrixRMaj g, DMatrixRMaj p) {
        var svd = new SingularValueDecomposition(rows(g));
        var basis = svd.getU();
        var rest = rows(p).subtract(basis.multiply(basis.transpose().multiply(rows(p))));
        return rest.getFrobeniusNorm();
    }

    private static Array2DRowRealMatrix rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][matrix.numCols];
        for (int i = 0; i < matrix.data.length; i++) {
            rows[i / matrix.numCols][i % matrix.numCols] = matrix.data[i];
        }
        return new Array2DRowRealMatrix(rows);
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theEnclosuresAreWithinTheRoundingStated(Preconditioner preconditioner) {
        for (DMatrixRMaj g : gradients().subList(0, 12)) {
            double unit = preconditioner.roundings(g) * 0x1p-53;
            Enclosure[][] exact = preconditioner.exactGradient(ExactState.of(g));
            Enclosure error = ExactState.norm(ExactState.minus(exact, ExactState.of(preconditioner.gradient(g))));
            double value = preconditioner.value(g);

            assertThat(error.high())
                    .isLessThanOrEqualTo(new BigDecimal(unit * preconditioner.lipschitz() * Matrices.norm(g)));
            assertThat(preconditioner
                            .exactValue(ExactState.of(g))
                            .minus(Enclosure.of(value))
                            .abs()
                            .high())
                    .isLessThanOrEqualTo(new BigDecimal(unit * value));
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void atZeroBothAreZero(Preconditioner preconditioner) {
        DMatrixRMaj zero = new DMatrixRMaj(ROWS, 2);

        assertThat(preconditioner.value(zero)).isZero();
        assertThat(preconditioner.gradient(zero).data).containsOnly(0.0);
        assertThat(ExactState.norm(preconditioner.exactGradient(ExactState.of(zero)))
                        .high())
                .isZero();
    }

    @Test
    void theSpectralMapHasTheSingularVectorsOfItsArgument() {
        DMatrixRMaj g = gradients().get(3);
        var svd = new SingularValueDecomposition(rows(g));
        double[] values = svd.getSingularValues();
        double[][] diagonal = new double[2][2];
        for (int i = 0; i < 2; i++) {
            diagonal[i][i] = values[i] / Math.hypot(values[i], 0.25);
        }
        var expected = svd.getU().multiply(new Array2DRowRealMatrix(diagonal)).multiply(svd.getVT());

        assertThat(rows(new Spectral(0.25).gradient(g)).subtract(expected).getFrobeniusNorm())
                .isLessThan(1e-13);
    }

    @Test
    void homogeneousMapsScaleTheirDirectionOnly() {
        for (Preconditioner preconditioner : smooth().toList()) {
            DMatrixRMaj g = gradients().get(5);
            DMatrixRMaj twice = g.copy();
            org.ejml.dense.row.CommonOps_DDRM.scale(-2, twice);
            DMatrixRMaj p = preconditioner.gradient(g);
            DMatrixRMaj q = preconditioner.gradient(twice);
            double cosine = Matrices.inner(p, q) / (Matrices.norm(p) * Matrices.norm(q));

            if (preconditioner.homogeneous()) {
                assertThat(cosine).isCloseTo(-1, within(1e-12));
            }
        }
    }
}
