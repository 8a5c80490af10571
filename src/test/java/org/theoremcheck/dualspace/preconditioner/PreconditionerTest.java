package org.theoremcheck.dualspace.preconditioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
    void homogeneousMapsScaleAllDirectionsAlike() {
        for (Preconditioner preconditioner : smooth().toList()) {
            boolean same = true;
            double factor = Double.NaN;
            for (DMatrixRMaj g : gradients()) {
                DMatrixRMaj twice = g.copy();
                org.ejml.dense.row.CommonOps_DDRM.scale(-2, twice);
                DMatrixRMaj p = preconditioner.gradient(g);
                DMatrixRMaj q = preconditioner.gradient(twice);
                double ratio = Matrices.norm(q) / Matrices.norm(p);
                factor = Double.isNaN(factor) ? ratio : factor;
                same &= Math.abs(ratio - factor) < 1e-12
                        && Matrices.inner(p, q) < (1e-12 - 1) * Matrices.norm(p) * Matrices.norm(q);
            }
            assertThat(preconditioner.homogeneous())
                    .as(preconditioner.toString())
                    .isEqualTo(same);
        }
    }

    /** A gradient with two entries other than 0, those of one row. */
    private static DMatrixRMaj row(int row, double first, double second) {
        DMatrixRMaj gradient = new DMatrixRMaj(ROWS, 2);
        gradient.set(row, 0, first);
        gradient.set(row, 1, second);
        return gradient;
    }

    /** Where ⟨∇K(G), G⟩ is smallest: one entry of the least weight, all entries alike, or the second eigenvector of P. */
    private static DMatrixRMaj flattest(Preconditioner preconditioner, double size) {
        if (preconditioner instanceof HalfSquaredNorm) {
            DMatrixRMaj alike = new DMatrixRMaj(ROWS, 2);
            alike.fill(size);
            return alike;
        }
        return row(3, size, preconditioner instanceof RightMultiplication ? -size : 0);
    }

    /** Where ∇K(G) is largest: one entry of the greatest weight, or the first eigenvector of P. */
    private static DMatrixRMaj steepest(Preconditioner preconditioner, double size) {
        return row(1, size, preconditioner instanceof RightMultiplication ? size : 0);
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theLowerSecantIsAttainedAndRoundedDown(Preconditioner preconditioner) {
        for (double size : new double[] {1e-5, 0.3, 1, 77}) {
            DMatrixRMaj g = flattest(preconditioner, size);
            Enclosure[][] exact = ExactState.of(g);
            Enclosure secant =
                    ExactState.inner(preconditioner.exactGradient(exact), exact).over(ExactState.inner(exact, exact));
            BigDecimal lower = new BigDecimal(preconditioner.lowerSecant(Matrices.norm(g), g.data.length));

            assertThat(lower).isLessThanOrEqualTo(secant.high());
            assertThat(lower).isGreaterThanOrEqualTo(secant.low().multiply(new BigDecimal(1 - 1e-12)));
        }
    }

    /** Where G is small, as ∇K flattens. */
    @ParameterizedTest
    @MethodSource("smooth")
    void theUpperSecantAndTheAmplificationAreAttained(Preconditioner preconditioner) {
        DMatrixRMaj g = steepest(preconditioner, 1e-9);
        double stretch = Matrices.norm(preconditioner.gradient(g)) / Matrices.norm(g);

        assertThat(preconditioner.upperSecant()).isCloseTo(stretch, within(1e-8 * stretch));
        assertThat(preconditioner.amplification(g)).isCloseTo(stretch, within(1e-8 * stretch));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void noColumnsAreAmplifiedByMoreThanIsStated(Preconditioner preconditioner) {
        for (DMatrixRMaj g : gradients()) {
            assertThat(Matrices.norm(preconditioner.gradient(g)))
                    .isLessThanOrEqualTo(preconditioner.amplification(g) * Matrices.norm(g) * (1 + 1e-12));
        }
    }

    /** Of half a squared p-norm by two equal entries, turned: (p − 1)2^(2/p − 1); of all others at 0. */
    @ParameterizedTest
    @MethodSource("smooth")
    void noLipschitzConstantIsTwiceTooLarge(Preconditioner preconditioner) {
        boolean powers = preconditioner instanceof HalfSquaredNorm;
        DMatrixRMaj g = powers ? row(1, 1 + 1e-4, 1 - 1e-4) : steepest(preconditioner, 1e-6);
        DMatrixRMaj h = powers ? row(1, 1 - 1e-4, 1 + 1e-4) : new DMatrixRMaj(ROWS, 2);

        assertThat(Matrices.distance(preconditioner.gradient(g), preconditioner.gradient(h)))
                .isGreaterThan(0.501 * preconditioner.lipschitz() * Matrices.distance(g, h));
    }

    /** ∇K(G) = A G with μ ≤ A ≤ β, and equality of angles by Kantorovich is approached by no p-norm with p &gt; 2. */
    @ParameterizedTest
    @MethodSource("smooth")
    void onlyOfPowersTheSecantsAreNotSymmetric(Preconditioner preconditioner) {
        assertThat(preconditioner.symmetricSecant()).isEqualTo(!(preconditioner instanceof HalfSquaredNorm));
    }

    /** Normalized as a whole, by columns, by rows and by entries. */
    @Test
    void blocksAreTheWholeTheColumnsTheRowsOrTheEntries() {
        DMatrixRMaj g = new DMatrixRMaj(new double[][] {{3, 4}, {0, -5}, {12, 16}, {-4, 3}});
        Map<Partition, List<Double>> squares = Map.of(
                Partition.WHOLE, List.of(475.0),
                Partition.COLUMNS, List.of(169.0, 306.0),
                Partition.ROWS, List.of(25.0, 25.0, 400.0, 25.0),
                Partition.ENTRIES, List.of(9.0, 16.0, 0.0, 25.0, 144.0, 256.0, 16.0, 9.0));
        squares.forEach((partition, blocks) -> {
            Blockwise normalized = new Blockwise(partition, Profile.of(Shape.ABSOLUTE));
            assertThat(normalized.value(g))
                    .isCloseTo(blocks.stream().mapToDouble(Math::sqrt).sum(), within(1e-13));
            double moving =
                    (double) blocks.stream().filter(square -> square > 0).count();
            assertThat(Matrices.norm(normalized.gradient(g))).isCloseTo(Math.sqrt(moving), within(1e-14));
        });
        assertThat(Blockwise.elementwise(Profile.of(Shape.ABSOLUTE)).gradient(g).data)
                .containsExactly(1, 1, 0, -1, 1, 1, -1, 1);
    }

    static Stream<Preconditioner> summing() {
        return Stream.of(
                Blockwise.gradientDescent(),
                Blockwise.isotropic(new Profile(Shape.HUBER, 4)),
                new Blockwise(Partition.COLUMNS, Profile.of(Shape.SQUARE)),
                new HalfSquaredNorm(1),
                new HalfSquaredNorm(2),
                new HalfSquaredNorm(3));
    }

    /** 1, and many entries that each are lost when they are added to it. */
    @ParameterizedTest
    @MethodSource("summing")
    void longSumsAreWithinTheRoundingsStatedAndUseManyOfThem(Preconditioner preconditioner) {
        int exponent = preconditioner instanceof HalfSquaredNorm power ? power.exponent() : 2;
        DMatrixRMaj g = new DMatrixRMaj(1024, 1);
        g.fill(StrictMath.pow(2, -53.001 / exponent));
        g.set(0, 0, 1);
        double value = preconditioner.value(g);
        double units = preconditioner
                        .exactValue(ExactState.of(g))
                        .minus(Enclosure.of(value))
                        .abs()
                        .middle()
                / (value * 0x1p-53);

        assertThat(units)
                .isLessThanOrEqualTo(preconditioner.roundings(g))
                .isGreaterThan(preconditioner.roundings(g) / 50);
    }

    /** P = c((1, 1 − e), (1 − e, 1)) along (1, −1), where all but e of a product cancels. */
    @Test
    void aNearlySingularProductIsWithinTheRoundingsStatedAndUsesManyOfThem() {
        Random random = new Random(9);
        for (double c : new double[] {0x1p-20, 1, 0x1p20}) {
            double e = 0x1p-20;
            double off = c * (1 - e);
            RightMultiplication product = new RightMultiplication(new double[][] {{c, off}, {off, c}}, c * e, 2 * c);
            double most = 0;
            for (int n = 0; n < 40; n++) {
                double entry = random.nextGaussian();
                DMatrixRMaj g = new DMatrixRMaj(new double[][] {{entry, -entry}});
                double value = product.value(g);
                Enclosure error = product.exactValue(ExactState.of(g)).minus(Enclosure.of(value));
                double share = error.abs().middle() / (value * 0x1p-53 * product.roundings(g));

                assertThat(share).isLessThanOrEqualTo(1);
                most = Math.max(most, share);
            }
            assertThat(most).isGreaterThan(0.02);
        }
    }

    /** Two nearly equal columns, of which the smaller singular value is about e. */
    @Test
    void aSmallSingularValueIsWithinTheRoundingsStated() {
        Spectral spectral = new Spectral(0x1p-14);
        Random random = new Random(5);
        double worst = 0;
        for (int n = 0; n < 20; n++) {
            DMatrixRMaj g = new DMatrixRMaj(80, 2);
            for (int i = 0; i < g.numRows; i++) {
                double entry = random.nextGaussian() / 9;
                g.set(i, 0, entry);
                g.set(i, 1, entry + 0x1p-16 * random.nextGaussian());
            }
            double value = spectral.value(g);
            double error = spectral.exactValue(ExactState.of(g))
                    .minus(Enclosure.of(value))
                    .abs()
                    .middle();

            assertThat(error).isLessThanOrEqualTo(spectral.roundings(g) * 0x1p-53 * value);
            worst = Math.max(worst, error / (0x1p-53 * value));
        }
        assertThat(worst).as("roundings seen").isGreaterThan(1000);
    }

    @Test
    void aMatrixOfFortyRowsHasMoreRoundingsThanOneOfOne() {
        for (Preconditioner preconditioner :
                List.of(Blockwise.gradientDescent(), new Spectral(1), new HalfSquaredNorm(1))) {
            DMatrixRMaj small = new DMatrixRMaj(1, 2);
            DMatrixRMaj large = new DMatrixRMaj(80, 2);

            assertThat(preconditioner.roundings(large)).isGreaterThan(preconditioner.roundings(small));
        }
    }

    @Test
    void widthsAndWeightsArePositiveNumbersAndPowersAreTwoToThirtyTwo() {
        for (double good : new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE}) {
            assertThat(new Spectral(good).width()).isEqualTo(good);
            assertThat(Profile.of(Shape.SOFT).width()).isEqualTo(1);
            assertThat(new Profile(Shape.SOFT, good).width()).isEqualTo(good);
            assertThat(new Diagonal(new double[] {1, good}).weights()).endsWith(good);
        }
        for (double bad : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Spectral(bad))
                    .withMessageEndingWith("got " + bad);
            assertThatIllegalArgumentException().isThrownBy(() -> new Profile(Shape.SOFT, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> new Diagonal(new double[] {1, bad}));
        }
        assertThat(new HalfSquaredNorm(1).exponent()).isEqualTo(2);
        assertThat(new HalfSquaredNorm(5).exponent()).isEqualTo(32);
        assertThatIllegalArgumentException().isThrownBy(() -> new HalfSquaredNorm(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HalfSquaredNorm(6));
    }
}
