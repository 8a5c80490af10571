package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.dualspace.preconditioner.HalfSquaredNorm;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;

/** Against closed forms and enclosures at the start of a run. */
class ConstantsTest {

    private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

    /** X = diag(4, 1), Y = 0, from (r/4, r): both residuals are r. */
    private static Problem problem(Loss loss, Preconditioner preconditioner, double residual, double step) {
        return new Problem(
                new double[][] {{4, 0}, {0, 1}},
                1,
                4,
                new double[2][1],
                new double[][] {{residual / 4}, {residual}},
                loss,
                preconditioner,
                new double[] {step},
                1);
    }

    @Test
    void ofAPseudoHuberLossAndAFixedPreconditionerTheyAreKnown() {
        // ℓ = √(1 + r²) − 1 is ¼ at r = ¾, and ½ at √5/2, where μ_ℓ = (1 + 3/2)/(2 · 9/4) = 5/9; κ_P = 4, κ_X = 4, θ =
        // ½.
        Problem problem = problem(Loss.PSEUDO_HUBER, new Diagonal(new double[] {1, 4}), 0.75, 1.0 / 128);
        Constants constants = problem.constants();

        assertThat(constants.initialLoss()).isCloseTo(0.5, within(1e-15));
        assertThat(constants.lossLipschitz()).isEqualTo(1);
        assertThat(constants.polyakLojasiewicz()).isCloseTo(5.0 / 9, CLOSE);
        assertThat(constants.cosine()).isCloseTo(0.8, CLOSE);
        assertThat(constants.relativeStep(problem)).isCloseTo(0.5, CLOSE);
        assertThat(constants.lipschitzStep(problem)).isCloseTo(0.5, CLOSE);
        assertThat(constants.rate(problem)).isCloseTo(0.75 / 4 * 5 / 9 / 16, CLOSE);
        assertThat(constants.pathFactor(problem)).isCloseTo(4 * Math.sqrt(9.0 / 5) / (0.8 * 0.75), CLOSE);
        assertThat(constants.remainingPath(problem, 0.09))
                .isCloseTo(2 * 0.3 / (0.75 * 0.8 * Math.sqrt(10.0 / 9)), CLOSE);
    }

    /** On ½(xw)² the path is the way, |w| = √(2ℓ)/x: 1/(1 − θ/2) is what the bound loses. */
    @ParameterizedTest
    @CsvSource({"1, 0.001, 3", "4, 0.5, 0.2", "0.25, 1.5, 1"})
    void onTheLineTheRestOfThePathIsTheDistanceOverOneMinusHalfTheStep(double x, double theta, double distance) {
        Problem problem = Problems.line(x, 0, 1, Loss.SQUARED, Blockwise.gradientDescent(), theta / (x * x), 1);
        Constants constants = problem.constants();

        assertThat(constants.remainingPath(problem, x * x * distance * distance / 2))
                .isCloseTo(distance / (1 - theta / 2), CLOSE);
        assertThat(constants.pathFactor(problem)).isCloseTo(1 / (1 - theta / 2), CLOSE);
    }

    @Test
    void theCosineIsThatOfKantorovichWhereSecantsAreSymmetricAndTheRootOfTheirRatioElse() {
        // With p = 4 and two entries, μ = 2^(2/p − 1) = 1/√2.
        assertCosine(new HalfSquaredNorm(2), Math.pow(0.5, 0.25));
        assertCosine(new Diagonal(new double[] {1, 4}), 0.8);
        assertCosine(new Diagonal(new double[] {1, 9}), 0.6);
        assertThat(problem(Loss.SQUARED, new Diagonal(new double[] {3, 3}), 1, 1)
                        .constants()
                        .cosine())
                .isEqualTo(1);
    }

    private static void assertCosine(Preconditioner preconditioner, double expected) {
        assertThat(problem(Loss.SQUARED, preconditioner, 1, 1).constants().cosine())
                .isLessThan(expected)
                .isCloseTo(expected, within(1e-9));
    }

    /** One residual and one gradient, where every bound on the sublevel set is attained at the start. */
    @ParameterizedTest
    @EnumSource
    void theyAreRoundedOutwardFromWhatTheyAreAtTheStart(Loss loss) {
        for (double start : new double[] {0.3, 1, 7.7}) {
            Problem problem =
                    Problems.line(3, 0.1, start, loss, Blockwise.isotropic(new Profile(Shape.HYPOTENUSE, 0.5)), 1, 1);
            Constants constants = problem.constants();
            ExactState exact = problem.initialExactly();
            Enclosure residual = exact.residual()[0][0];
            Enclosure slope = exact.slope()[0][0];
            Enclosure two = Enclosure.of(2);

            if (loss == Loss.QUARTIC) {
                assertThat(new BigDecimal(constants.lossLipschitz()))
                        .isGreaterThan(residual.squared().times(Enclosure.of(3)).high());
            } else {
                assertThat(new BigDecimal(constants.polyakLojasiewicz()))
                        .isLessThanOrEqualTo(
                                slope.squared().over(exact.loss().times(two)).high());
            }
            // Of a squared loss, σ₁√(2β_ℓ ℓ) is the gradient; of others it is more.
            Enclosure secant = Enclosure.ONE.over(
                    exact.gradient()[0][0].squared().plus(Enclosure.of(0.25)).sqrt());
            assertThat(new BigDecimal(constants.lowerSecant()))
                    .isLessThan(secant.low().multiply(new BigDecimal(1 - 0x1p-40)));
            if (loss == Loss.SQUARED) {
                assertThat(constants.lowerSecant()).isCloseTo(secant.middle(), CLOSE);
            }
        }
    }
}
