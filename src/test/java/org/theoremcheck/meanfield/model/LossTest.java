package org.theoremcheck.meanfield.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.RandomStream;

class LossTest {

    private static final Loss LINEAR = new Loss.Linear(0.5);
    private static final Loss LOGISTIC = new Loss.Logistic();
    private static final Loss COMMITTEE = new Loss.Committee(new double[] {1, -0.6}, new double[] {0.5, 1, -1}, 0.3);

    static Stream<Loss> losses() {
        return Stream.of(LINEAR, LOGISTIC, Loss.tanh(0.3), COMMITTEE);
    }

    /** ℓ of one sample; for the linear loss half of its training error. */
    private static double value(Loss loss, double label, double... outputs) {
        return loss.meanError(outputs, new double[] {label}) / (loss instanceof Loss.Linear ? 2 : 1);
    }

    /** Differences over 10⁻⁵ leave 10⁻¹⁰ of a function whose third derivative is of size 1, and 10⁻¹¹ of rounding. */
    @ParameterizedTest
    @MethodSource("losses")
    void slopesAndCurvaturesAreDerivatives(Loss loss) {
        int m = loss.units();
        int n = 50;
        double push = 1e-5;
        double[] numbers = gaussians(31, m * n);
        double[] labels = labels(loss, n);
        double[][] outputs = new double[m][];
        Arrays.setAll(outputs, i -> Arrays.copyOfRange(numbers, i * n, (i + 1) * n));
        double[][] slopes = new double[m][n];
        double[][] curvatures = new double[m * m][n];
        loss.differentiate(outputs, labels, slopes, curvatures);

        assertThat(loss.slopes(numbers, labels)).isEqualTo(MathArrays.concatenate(slopes));
        for (int s = 0; s < n; s++) {
            int sample = s;
            double[] r = Arrays.stream(outputs).mapToDouble(row -> row[sample]).toArray();
            double[] label = {labels[s]};
            for (int j = 0; j < m; j++) {
                double[] up = r.clone();
                double[] down = r.clone();
                up[j] += push;
                down[j] -= push;
                assertThat(slopes[j][s])
                        .isCloseTo(
                                (value(loss, label[0], up) - value(loss, label[0], down)) / (2 * push), within(1e-9));
                for (int i = 0; i < m; i++) {
                    double change = loss.slopes(up, label)[i] - loss.slopes(down, label)[i];
                    assertThat(curvatures[i * m + j][s]).isCloseTo(change / (2 * push), within(1e-9));
                }
            }
        }
    }

    /** 2500 samples, for which the logistic loss takes three logarithms. */
    @ParameterizedTest
    @MethodSource("losses")
    void theErrorOfManySamplesIsTheMeanOfTheirErrors(Loss loss) {
        int n = 2500;
        int m = loss.units();
        double[] outputs = gaussians(32, m * n);
        double[] labels = labels(loss, n);
        double sum = 0;
        for (int s = 0; s < n; s++) {
            double[] r = new double[m];
            for (int i = 0; i < m; i++) {
                r[i] = outputs[i * n + s];
            }
            sum += loss.meanError(r, new double[] {labels[s]});
        }

        assertThat(loss.meanError(outputs, labels)).isCloseTo(sum / n, within(1e-12));
    }

    @Test
    void errorsHaveTheirFormulas() {
        for (double r = -40; r <= 40; r += 0.7) {
            assertThat(value(LOGISTIC, -1, r))
                    .isCloseTo(FastMath.log1p(FastMath.exp(r)), within(1e-14 * (1 + Math.abs(r))));
            assertThat(value(LINEAR, 0.3, r)).isCloseTo((r - 0.3) * (r - 0.3) / 2, within(1e-12));
        }
        double output = FastMath.tanh(0.4) - 0.6 * FastMath.tanh(-1.1);
        assertThat(value(COMMITTEE, 0.2, 0.4, -1.1)).isCloseTo((output - 0.2) * (output - 0.2) / 2, within(1e-15));
    }

    @Test
    void labelsAreThoseOfTheTeacherWithNoise() {
        double[] teacher = {0.4, -1.1, 2};
        double output = 0.5 * FastMath.tanh(0.4) + FastMath.tanh(-1.1) - FastMath.tanh(2);

        assertThat(LINEAR.label(new double[] {0.4}, -1.2)).isEqualTo(0.4 - 0.6);
        assertThat(LOGISTIC.label(new double[] {1e-9}, -5)).isEqualTo(1);
        assertThat(LOGISTIC.label(new double[] {-1e-9}, 5)).isEqualTo(-1);
        assertThat(COMMITTEE.label(teacher, 2)).isCloseTo(output + 0.6, within(1e-15));
        assertThat(LOGISTIC.label(new double[] {0}, 0)).as("a label is a sign").isEqualTo(1);
    }

    /** At r = 0 and a label that fits, where sigmoids are steepest. */
    @ParameterizedTest
    @MethodSource("losses")
    void theBoundOnTheCurvatureIsAttainedAtZero(Loss loss) {
        int m = loss.units();
        double[][] curvatures = new double[m * m][1];
        loss.differentiate(new double[m][1], new double[] {loss == LOGISTIC ? 1 : 0}, new double[m][1], curvatures);
        RealMatrix hessian = MatrixUtils.createRealMatrix(m, m);
        for (int i = 0; i < m * m; i++) {
            hessian.setEntry(i / m, i % m, curvatures[i][0]);
        }

        assertThat(loss.curvatureBound())
                .isCloseTo(
                        Arrays.stream(new EigenDecomposition(hessian).getRealEigenvalues())
                                .max()
                                .orElseThrow(),
                        within(1e-15));
    }

    @Test
    void unitsAndTeachersAreCounted() {
        assertThat(losses().map(Loss::units)).containsExactly(1, 1, 1, 2);
        assertThat(losses().map(Loss::teachers)).containsExactly(1, 1, 1, 3);
    }

    /** The trapezoidal rule, which for Gaussian integrals over analytic functions is as good as exact. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.4, 1.5", "0, 0, 1", "1.5, 1.5, 1.5", "0.3, -0.5, 1", "0.9, 0.1, 0.2"})
    void theTestErrorIsTheMeanErrorOnNewSamples(double energy, double overlap, double signal) {
        Loss student = new Loss.Committee(new double[] {0.8}, new double[] {1.1}, 0.3);
        double rest = Math.sqrt(Math.max(0, energy - overlap * overlap / signal));
        double squared = 0;
        double linear = 0;
        double step = 0.2;
        for (int a = -40; a <= 40; a++) {
            for (int b = -40; b <= 40; b++) {
                double teacher = Math.sqrt(signal) * a * step;
                double r = overlap / signal * teacher + rest * b * step;
                double weight = FastMath.exp(-(a * a + b * b) * step * step / 2) * step * step / (2 * FastMath.PI);
                double gap = 0.8 * FastMath.tanh(r) - 1.1 * FastMath.tanh(teacher);
                squared += weight * gap * gap / 2;
                linear += weight * (r - teacher) * (r - teacher);
            }
        }

        assertThat(student.testError(energy, overlap, signal)).isCloseTo(squared + 0.3 * 0.3 / 2, within(1e-6));
        assertThat(LINEAR.testError(energy, overlap, signal)).isCloseTo(linear + 0.5 * 0.5, within(1e-12));
    }

    /** The angle between student and teacher, as a share of π. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0.5",
        "2, 1, 2, 0.3333333333333333",
        "2, -1, 2, 0.6666666666666667",
        "4, 2, 1, 0",
        "4, -2, 1, 1",
        "0.01, 0.0100000000000001, 0.01, 0",
        "0.01, -0.0100000000000001, 0.01, 1"
    })
    void theTestErrorOfSignsIsTheAngle(double energy, double overlap, double signal, double share) {
        assertThat(LOGISTIC.testError(energy, overlap, signal)).isCloseTo(share, within(1e-15));
    }

    @Test
    void theTestErrorOfSeveralUnitsOrTeachersIsRefused() {
        double[] one = {1};
        double[] two = {1, 1};
        for (Loss loss : new Loss[] {new Loss.Committee(one, two, 0), new Loss.Committee(two, one, 0)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> loss.testError(1, 0, 1))
                    .withMessage("the test error is for one unit and one teacher");
        }
    }

    private static double[] gaussians(long key, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> RandomStream.gaussian(key, i));
        return numbers;
    }

    private static double[] labels(Loss loss, int count) {
        double[] labels = new double[count];
        Arrays.setAll(labels, i -> {
            double number = RandomStream.gaussian(33, i);
            return loss == LOGISTIC ? Math.copySign(1, number) : number;
        });
        return labels;
    }
}
