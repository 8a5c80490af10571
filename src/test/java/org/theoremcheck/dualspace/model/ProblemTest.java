package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.RightMultiplication;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/** What makes a problem one, what is planted in random ones, and what hypotheses see of it. */
class ProblemTest {

    private static final Blockwise PLAIN = Blockwise.gradientDescent();

    private static Problem problem(
            double[][] design, double smallest, double largest, double[][] labels, double[][] start) {
        return new Problem(design, smallest, largest, labels, start, Loss.SQUARED, PLAIN, new double[] {1}, 1);
    }

    @Test
    void shapesFitAndNumbersAreFinite() {
        double[][] two = new double[2][3];
        assertThat(problem(two, 1, 1, new double[2][1], new double[3][1]).dimension())
                .isEqualTo(3);

        double[][] ragged = {{1, 2, 3}, {1, 2}};
        double[][] infinite = {{1, 2, 3}, {1, 2, Double.POSITIVE_INFINITY}};
        assertBad(ragged, 1, 1, new double[2][1], new double[3][1], "a row of the design");
        assertBad(infinite, 1, 1, new double[2][1], new double[3][1], "a row of the design");
        assertBad(two, 1, 1, new double[3][1], new double[3][1], "the labels has 3 rows, expected 2");
        assertBad(two, 1, 1, new double[][] {{1}, {Double.NaN}}, new double[3][1], "a row of the labels");
        assertBad(two, 1, 1, new double[2][1], new double[2][1], "the start has 2 rows, expected 3");
        assertBad(two, 1, 1, new double[2][1], new double[3][2], "a row of the start");
        assertBad(new double[0][0], 1, 1, new double[0][0], new double[0][0], "a model has at least one sample");
        assertBad(new double[2][0], 1, 1, new double[2][1], new double[0][0], "a model has at least one sample");
        assertBad(two, 1, 1, new double[2][0], new double[3][0], "a model has at least one sample");
    }

    private static void assertBad(
            double[][] design, double low, double high, double[][] labels, double[][] start, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(design, low, high, labels, start))
                .withMessageStartingWith(message);
    }

    @Test
    void boundsOfSingularValuesArePositiveAndInOrderStepsAreFiniteAndThereIsARound() {
        double[][] one = {{1}};
        for (double[] good : new double[][] {{1, 1}, {1, Double.MAX_VALUE}, {Double.MIN_VALUE, 1}}) {
            assertThat(problem(one, good[0], good[1], one, one).largest()).isEqualTo(good[1]);
        }
        for (double[] bad : new double[][] {{0, 1}, {2, 1}, {1, Double.POSITIVE_INFINITY}, {Double.NaN, 1}}) {
            assertBad(one, bad[0], bad[1], one, one, "singular values lie between positive bounds");
        }
        Problem fine = problem(one, 1, 1, one, one);
        assertThatIllegalArgumentException().isThrownBy(() -> fine.with()).withMessageStartingWith("steps are finite");
        assertThatIllegalArgumentException().isThrownBy(() -> fine.with(Double.NaN));
        assertThat(fine.lasting(1).rounds()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> fine.lasting(0)).withMessageEndingWith("got 0");
    }

    private static Problem drawn(int index, double condition, Problems.Schedule schedule, Loss loss) {
        return Problems.drawn(
                new Draw(2, "planted", index),
                new Problems.Size(3, 6, 2, condition, 4),
                Kind.SOFT_SIGN,
                schedule,
                List.of(loss));
    }

    @Test
    void theExtremeSingularValuesOfRandomDataAreThosePlantedAndOthersLieBetween() {
        for (int index = 0; index < 20; index++) {
            Problem problem = drawn(index, 1 + index, Problems::convergent, Loss.SQUARED);
            double[] values =
                    new SingularValueDecomposition(new Array2DRowRealMatrix(problem.design())).getSingularValues();

            assertThat(values[0]).isCloseTo(1, within(1e-14)).isLessThan(problem.largest());
            assertThat(values[2]).isCloseTo(1.0 / (1 + index), within(1e-14)).isGreaterThan(problem.smallest());
            assertThat(values[1]).isBetween(problem.smallest(), problem.largest());
            assertThat(problem.largest()).isCloseTo(1, within(1e-12));
            assertThat(problem.smallest()).isCloseTo(1.0 / (1 + index), within(1e-12));
        }
    }

    @Test
    void relativeStepsAreThoseDrawnAlsoWhereNothingMoves() {
        Problem problem = drawn(1, 4, (in, rounds) -> new double[] {0.5, -1, 1.5}, Loss.SQUARED);
        double theta = problem.constants().lipschitzStep(problem);
        assertThat(theta).isCloseTo(0.5, within(1e-12));
        assertThat(problem.step(1) / problem.step(0)).isCloseTo(-2, within(1e-12));
        assertThat(problem.step(2) / problem.step(0)).isCloseTo(3, within(1e-12));
        assertThat(problem.step(9)).isEqualTo(problem.step(2));
    }

    @Test
    void eigenvaluesOfARandomMatrixOnTheRightLieStrictlyBetweenTheirBounds() {
        for (int index = 0; index < 20; index++) {
            Draw in = new Draw(4, "right", index);
            RightMultiplication one = (RightMultiplication) Problems.rightMultiplication(in, 1);
            assertThat(one.matrix()[0][0]).isBetween(Math.nextUp(one.smallest()), Math.nextDown(one.largest()));
            assertThat(one.largest() - one.smallest()).isLessThan(1e-11);

            RightMultiplication three =
                    (RightMultiplication) Problems.rightMultiplication(new Draw(5, "right", index), 3);
            double[] values = new EigenDecomposition(new Array2DRowRealMatrix(three.matrix())).getRealEigenvalues();
            assertThat(values[0]).isCloseTo(three.largest(), within(1e-11)).isLessThan(three.largest());
            assertThat(values[2]).isCloseTo(three.smallest(), within(1e-11)).isGreaterThan(three.smallest());
            assertThat(values[0]).isLessThan(8);
            assertThat(values[2]).isGreaterThan(0.999);
        }
    }

    @Test
    void theBoundsOfASampleEncloseItsLengthClosely() {
        Problem sample = Problems.sample(new double[] {1, 2}, 3, PLAIN, 0.5, 7);

        assertThat(new BigDecimal(sample.smallest()).pow(2)).isLessThan(new BigDecimal(5));
        assertThat(new BigDecimal(sample.largest()).pow(2)).isGreaterThan(new BigDecimal(5));
        assertThat(sample.largest() - sample.smallest()).isLessThan(1e-11);
    }

    @Test
    void onTheLineTheSingularValueIsTheFactorWithoutItsSign() {
        Problem line = Problems.line(-3, 1, 2, Loss.SQUARED, PLAIN, 0.5, 7);

        assertThat(line.smallest()).isEqualTo(3);
        assertThat(line.largest()).isEqualTo(3);
        assertThat(line.initial().residual().data).containsExactly(-7);
    }

    @Test
    void familiesThatAreNotSearchedLeaveNoParametersToEdit() {
        Family<Problem> family = Problems.unsearched(
                "unsearched/x", "x", 4, in -> drawn((int) in.index(), 3, Problems::convergent, Loss.SQUARED));
        Draw seen = new Draw(1, "unsearched/x", 2);

        assertThat(family.size()).isEqualTo(4);
        assertThat(family.draw(1, 2).design()).isDeepEqualTo(family.draw(99, 2).design());
        assertThat(family.sampler().apply(seen).rounds()).isEqualTo(4);
        assertThat(seen.made()).isEmpty();
    }

    @Test
    void theMarginOfSingularValuesIsTheSmallerDistanceToTheirBounds() {
        double[][] design = {{1, 0, 0}, {0, 0.5, 0}};
        double[][] labels = new double[2][1];
        double[][] start = new double[3][1];
        Problem fine = problem(design, 0.25, 2, labels, start);
        Hypothesis<Problem> hypothesis = Problems.singularValues("x", fine);

        assertThat(margin(hypothesis, fine)).isCloseTo(0.125, within(1e-14));
        assertThat(margin(hypothesis, problem(design, 0.25, 1.125, labels, start)))
                .isCloseTo(0.125 / 1.125, within(1e-14));
        assertThat(margin(hypothesis, problem(design, 0.75, 2, labels, start))).isCloseTo(-0.125, within(1e-14));
        assertThat(margin(hypothesis, problem(design, 0.25, 0.5, labels, start)))
                .isCloseTo(-1, within(1e-14));
        double[][] tall = {{1}, {1}};
        assertThat(margin(hypothesis, problem(tall, 1, 2, tall, new double[1][1])))
                .isNegative();
        double[][] square = {{1}};
        assertThat(margin(hypothesis, problem(square, 1, 1, square, square))).isZero();
    }

    private static double margin(Hypothesis<Problem> hypothesis, Problem problem) {
        return hypothesis.margin().applyAsDouble(problem);
    }

    @Test
    void theMarginOfTheStepIsWhatIsLeftOfTheBoundForOnePositiveStep() {
        Problem problem = Problems.line(2, 0, 1, Loss.SQUARED, PLAIN, 0.25, 1);
        Hypothesis<Problem> hypothesis = Problems.step("x", 1.5, problem);

        assertThat(hypothesis.name()).isEqualTo("step at most 1.5/(β β_ℓ σ₁²)");
        assertThat(margin(hypothesis, problem)).isEqualTo(0.5);
        assertThat(margin(hypothesis, problem.with(0.5))).isEqualTo(-0.5);
        assertThat(margin(hypothesis, problem.with(0))).isNegative();
        assertThat(margin(hypothesis, problem.with(-0.25))).isNegative();
        assertThat(margin(hypothesis, problem.with(0.25, 0.25))).isNegative();
        assertThat(hypothesis.broken().get(0).draw(0, 0)).isSameAs(problem);
    }

    @Test
    void onlySmoothPreconditionersAreLipschitz() {
        Problem problem = Problems.line(2, 0, 1, Loss.SQUARED, PLAIN, 0.25, 1);
        Hypothesis<Problem> hypothesis = Problems.lipschitz("x", problem);

        assertThat(margin(hypothesis, problem)).isZero();
        assertThat(margin(hypothesis, problem.with(Blockwise.isotropic(Profile.of(Shape.ABSOLUTE)))))
                .isNegative();
    }

    @Test
    void kindsAreOfTheirClassAndAllButOneSmooth() {
        DMatrixRMaj gradient = new DMatrixRMaj(new double[][] {{1, -1}, {1, 1}, {-1, 1}, {1, 1}});
        for (Symmetry symmetry : Symmetry.values()) {
            assertThat(Kind.of(symmetry))
                    .isNotEmpty()
                    .allSatisfy(kind -> assertThat(
                                    kind.draw(new Draw(1, "kinds", 0), gradient).symmetry(2))
                            .isEqualTo(symmetry));
        }
        assertThat(Kind.smooth())
                .hasSize(Kind.values().length - 1)
                .allSatisfy(kind -> assertThat(
                                kind.draw(new Draw(1, "kinds", 0), gradient).smooth())
                        .isTrue());
        assertThat(Kind.NORMALIZATION.draw(new Draw(1, "kinds", 0), gradient).smooth())
                .isFalse();
        assertThat(Kind.CLIPPING_BY_NORM.label()).isEqualTo("clipping-by-norm");
    }

    /** Where all entries are ±1, those of an entry are 1, and those of the whole are √8. */
    @Test
    void widthsAreATenthToTheWholeOfWhatTheyActOn() {
        DMatrixRMaj gradient = new DMatrixRMaj(new double[][] {{1, -1}, {1, 1}, {-1, 1}, {1, 1}});
        assertWidths(Kind.SMOOTH_SIGN, gradient, 1);
        assertWidths(Kind.SMOOTHED_NORMALIZATION, gradient, Math.sqrt(8));
        assertWidths(Kind.CLIPPING_BY_NORM, new DMatrixRMaj(4, 2), 1e-3);
    }

    private static void assertWidths(Kind kind, DMatrixRMaj gradient, double size) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int index = 0; index < 100; index++) {
            Preconditioner preconditioner = kind.draw(new Draw(1, "widths", index), gradient);
            double width = ((Blockwise) preconditioner).profile().width();
            least = Math.min(least, width);
            most = Math.max(most, width);
        }
        assertThat(least).isBetween(0.1 * size * (1 - 1e-12), 0.12 * size);
        assertThat(most).isBetween(0.8 * size, size * (1 + 1e-12));
    }
}
