package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

class AdversaryTest {

    private static final double[][] ROWS = {{1, -2}, {0.5, 3}, {-1.5, 0.25}};
    private static final double[] TARGETS = {1, -1, 1};
    private static final double[] UNUSED = new double[2];

    static Stream<Adversary> losses() {
        return Stream.concat(
                Stream.of(Link.values()).flatMap(link -> {
                    Adversary.Ridge ridge = new Adversary.Ridge(link, ROWS, TARGETS);
                    return Stream.of(ridge, new Adversary.Elsewhere(ridge, new double[] {0.3, 0.1}));
                }),
                Stream.of(new Adversary.LargestOf(ROWS)));
    }

    @ParameterizedTest
    @CsvSource({
        "SQUARE, 3, -1, 8, 4",
        "SQUARE, -1, 0, 0.5, -1",
        "ABSOLUTE, 3, -1, 4, 1",
        "ABSOLUTE, -2, 1, 3, -1",
        "ABSOLUTE, 1, 1, 0, 0",
        "HINGE, -3, 1, 4, -1",
        "HINGE, 3, -1, 4, 1",
        "HINGE, 2, 1, 0, 0",
        "HINGE, 1, 1, 0, 0",
        "CONCAVE, 3, -1, -8, -4",
        "LOGISTIC, 0, 1, 0.6931471805599453, -0.5",
        "LOGISTIC, 0, -1, 0.6931471805599453, 0.5",
        "LOGISTIC, 40, -1, 40, 1",
        "LOGISTIC, -40, 1, 40, -1",
        "LOGISTIC, 1, 1, 0.31326168751822286, -0.2689414213699951"
    })
    void linksAreThoseOfTheFormulas(Link link, double score, double target, double value, double derivative) {
        assertThat(link.value(score, target)).isCloseTo(value, within(1e-15));
        assertThat(link.derivative(score, target)).isCloseTo(derivative, within(1e-15));
        assertThat(link.exact(Enclosure.of(score), Enclosure.of(target)).middle())
                .isCloseTo(value, within(1e-15));
    }

    /** Central differences of the loss at the point where the gradient is taken. */
    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAreThoseOfTheLosses(Adversary losses) {
        for (int round = 0; round < 7; round++) {
            double[] point = new Draw(1, "point", round).gaussians("x", 0, 2);
            double[] at = losses instanceof Adversary.Elsewhere elsewhere ? elsewhere.place() : point;
            double[] gradient = losses.gradient(round, point, UNUSED, new double[2]);
            for (int i = 0; i < 2; i++) {
                double[] right = at.clone();
                double[] left = at.clone();
                right[i] += 1e-6;
                left[i] -= 1e-6;
                assertThat(gradient[i])
                        .isCloseTo((losses.loss(round, right) - losses.loss(round, left)) / 2e-6, within(1e-7));
            }
        }
    }

    /** For convex losses fₜ(u) ≥ fₜ(x) + ⟨gₜ, u − x⟩, and for the others not always. */
    @ParameterizedTest
    @MethodSource("losses")
    void convexityIsAsDeclared(Adversary losses) {
        boolean convex = true;
        for (int round = 0; round < 30; round++) {
            double[] x = new Draw(2, "point", round).gaussians("x", 0, 2);
            double[] u = new Draw(2, "point", round).gaussians("u", 0, 2);
            double[] at = losses instanceof Adversary.Elsewhere elsewhere ? elsewhere.place() : x;
            double[] gradient = losses.gradient(round, x, UNUSED, new double[2]);
            double above =
                    losses.loss(round, u) - losses.loss(round, at) - Vectors.dot(gradient, Vectors.difference(u, at));
            convex &= above >= -1e-13;
        }
        assertThat(losses.convex()).isEqualTo(convex);
        assertThat(losses.atPlayedPoint()).isEqualTo(!(losses instanceof Adversary.Elsewhere));
        assertThat(losses.linear()).isFalse();
        assertThat(losses.oblivious()).isFalse();
        assertThat(losses.dimension()).isEqualTo(2);
    }

    /** The numbers that a loss is computed from are at least as large as it, at the farthest point; its rounding is within their γ. */
    @ParameterizedTest
    @MethodSource("losses")
    void lossesAreEnclosedWithinTheRoundingOfTheirMagnitude(Adversary losses) {
        double bound = Adversary.roundingOfLosses(2);
        assertThat(bound).isBetween(13 * 0x1p-53, 100 * 0x1p-53);
        for (int round = 0; round < 12; round++) {
            double[] point = Vectors.scaled(Math.scalb(1.0, round), new Draw(3, "point", round).gaussians("x", 0, 2));
            double magnitude = losses.magnitude(round, Vectors.norm(point));
            double loss = losses.loss(round, point);
            Enclosure exact = losses.exactLoss(round, point);

            assertThat(magnitude).isGreaterThanOrEqualTo(Math.abs(loss));
            assertThat(exact.minus(Enclosure.of(loss)).abs().high().doubleValue())
                    .isLessThanOrEqualTo(bound * magnitude);
        }
    }

    /** Along its feature a squared loss is half of the square of all that it is made of, but for a 1. */
    @Test
    void magnitudesAreOfTheOrderOfTheLosses() {
        Adversary.Ridge ridge = new Adversary.Ridge(Link.SQUARE, new double[][] {{3, 4}}, new double[] {-100});
        Adversary.LargestOf pieces = new Adversary.LargestOf(new double[][] {{0, 1}, {3, 4}, {-1, 0}});

        assertThat(ridge.magnitude(0, 20) / ridge.loss(0, new double[] {12, 16}))
                .isBetween(2.0, 2.1);
        assertThat(pieces.magnitude(0, 20)).isEqualTo(pieces.loss(0, new double[] {12, 16}));
        assertThat(new Adversary.Linear(ROWS).magnitude(0, 20)).isZero();
    }

    @Test
    void linearLossesHaveNoValueOfTheirOwn() {
        for (Adversary adversary : List.of(
                new Adversary.Linear(ROWS),
                new Adversary.SignOfPoint(1),
                new Adversary.AgainstHint(1, new double[2]),
                new Adversary.WorseSign(ROWS))) {
            assertThat(adversary.linear()).isTrue();
            assertThat(adversary.convex()).isTrue();
            assertThat(adversary.atPlayedPoint()).isTrue();
            assertThat(adversary.oblivious()).isEqualTo(adversary instanceof Adversary.Linear);
            assertThat(adversary.dimension()).isEqualTo(adversary instanceof Adversary.SignOfPoint ? -1 : 2);
            assertThatThrownBy(() -> adversary.loss(0, UNUSED)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> adversary.exactLoss(0, UNUSED)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void adversariesAnswerAsTheyAreDescribed() {
        double[] point = {-3, 0};
        double[] hint = {1, 5};

        assertThat(new Adversary.Linear(ROWS).gradient(4, point, hint, new double[2]))
                .containsExactly(0.5, 3);
        assertThat(new Adversary.SignOfPoint(2).gradient(0, point, hint, new double[2]))
                .containsExactly(-2, 2);
        assertThat(new Adversary.AgainstHint(0.5, new double[] {7, 8}).gradient(0, point, hint, new double[2]))
                .containsExactly(6.5, 5.5);
        assertThat(new Adversary.WorseSign(ROWS).gradient(3, point, hint, new double[2]))
                .containsExactly(-1, 2);
        assertThat(new Adversary.WorseSign(ROWS).gradient(2, point, hint, new double[2]))
                .containsExactly(-1.5, 0.25);
        // Nothing is worse than the other at 0.
        assertThat(new Adversary.WorseSign(ROWS).gradient(0, UNUSED, hint, new double[2]))
                .containsExactly(1, -2);
        assertThat(new Adversary.LargestOf(ROWS).gradient(0, UNUSED, hint, new double[2]))
                .containsExactly(1, -2);
        assertThat(new Adversary.LargestOf(ROWS).gradient(0, point, hint, new double[2]))
                .containsExactly(-1.5, 0.25);
    }

    @Test
    void rowsAreOfOneLengthAndFinite() {
        for (double[][] rows : new double[][][] {{}, {{}}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Adversary.Linear(rows))
                    .withMessage("gradients are at least one row of at least one number");
        }
        for (double[][] rows : new double[][][] {{{1}, {1, 2}}, {{1}, {Double.NaN}}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Adversary.WorseSign(rows))
                    .withMessage("directions are rows of one length with finite numbers");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Adversary.LargestOf(rows))
                    .withMessage("pieces are rows of one length with finite numbers");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Adversary.Ridge(Link.SQUARE, rows, new double[2]))
                    .withMessage("features are rows of one length with finite numbers");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adversary.AgainstHint(1, new double[0]))
                .withMessage("offset are at least one row of at least one number");
        for (double[] targets : new double[][] {{1, 2}, {1, 2, Double.NaN}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Adversary.Ridge(Link.SQUARE, ROWS, targets))
                    .withMessageStartingWith("expected a finite target for each of 3 features");
        }
    }
}
