package org.theoremcheck.guard.steprule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The rules on a gradient that never changes, where their moves have closed forms. */
class ClosedFormsTest {

    private static final double RATE = 0.125;
    private static final double G = -3;
    private static final int STEPS = 12;

    /** Each move of a coordinate, up to the rounding of a dozen steps with 1 − β₂ at least 2⁻⁶. */
    private static void assertMoves(StepRule rule, IntToDoubleFunction expected) {
        Method.Memory memory = rule.begin(1);
        double x = 1;
        for (int t = 1; t <= STEPS; t++) {
            Move move = memory.next(new double[] {x}, new double[] {G})[0];
            assertThat(move.by()).as("step %d", t).isCloseTo(expected.applyAsDouble(t), within(1e-13));
            assertThat(move.size()).isGreaterThanOrEqualTo(Math.abs(move.by()) * (1 - 1e-13));
            x += move.by();
        }
    }

    @Test
    void adamMovesByTheRateWhateverTheGradient() {
        assertMoves(new Adam(RATE, 0.875, 0.984375, 0.5), t -> -RATE * G / (Math.abs(G) + 0.5));
    }

    @Test
    void adamsEfficientFormWeighsEpsilonByTheBias() {
        assertMoves(
                new AdamHat(RATE, 0.875, 0.984375, 0.5),
                t -> -RATE * G / (Math.abs(G) + 0.5 / Math.sqrt(1 - Math.pow(0.984375, t))));
    }

    @Test
    void adamWDecaysGeometricallyTowardsItsSteps() {
        double step = -RATE * G / (Math.abs(G) + 0.5);
        double keep = 1 - RATE * 0.5;
        // xₜ = keepᵗ x₀ + step (1 − keepᵗ)/(1 − keep).
        assertMoves(
                new AdamW(RATE, 0.875, 0.984375, 0.5, 0.5),
                t -> step + (keep - 1) * (Math.pow(keep, t - 1) + step * (1 - Math.pow(keep, t - 1)) / (1 - keep)));
    }

    @Test
    void nadamMixesMeanAndGradient() {
        IntToDoubleFunction mu = t -> 0.875 * (1 - 0.5 * Math.pow(0.96, t));
        double[] product = {1};
        assertMoves(new Nadam(RATE, 0.875, 0.984375, 0.5, 1), t -> {
            double now = mu.applyAsDouble(t);
            double next = mu.applyAsDouble(t + 1);
            product[0] *= now;
            double mean = G * (1 - Math.pow(0.875, t));
            return -RATE
                    / (Math.abs(G) + 0.5)
                    * (next * mean / (1 - product[0] * next) + (1 - now) * G / (1 - product[0]));
        });
    }

    @Test
    void momentumIsAGeometricSum() {
        assertMoves(new Momentum(RATE, 0.875), t -> -RATE * G * (1 - Math.pow(0.875, t)) / 0.125);
        assertMoves(new Nesterov(RATE, 0.875), t -> -RATE * G * (1 + 0.875 * (1 - Math.pow(0.875, t)) / 0.125));
    }

    @Test
    void adagradFallsAsTheRootOfTheSteps() {
        assertMoves(new Adagrad(RATE, 0.5), t -> -RATE * G / (Math.abs(G) * Math.sqrt(t) + 0.5));
    }

    @Test
    void rmsPropForgetsItsStart() {
        assertMoves(
                new RmsProp(RATE, 0.875, 0.5),
                t -> -RATE * G / (Math.abs(G) * Math.sqrt(1 - Math.pow(0.875, t)) + 0.5));
    }

    @Test
    void adadeltaBeginsWithEpsilonAlone() {
        Move first = new Adadelta(1, 0.875, 0.5).begin(1).next(new double[1], new double[] {G})[0];

        assertThat(first.by()).isCloseTo(-Math.sqrt(0.5) / Math.sqrt(0.125 * G * G + 0.5) * G, within(1e-15));
    }

    @Test
    void clippingBoundsWhatItIsToBound() {
        double[] gradient = {3, -4};

        Move[] norm = new NormClipping(RATE, 1).begin(2).next(new double[2], gradient);
        assertThat(norm[0].by()).isCloseTo(-RATE * 0.6, within(1e-16));
        assertThat(norm[1].by()).isCloseTo(RATE * 0.8, within(1e-16));
        Move[] element = new ElementClipping(RATE, 1).begin(2).next(new double[2], gradient);
        assertThat(element[0].by()).isEqualTo(-RATE);
        assertThat(element[1].by()).isEqualTo(RATE);
        assertMoves(new SignDescent(RATE), t -> RATE);
        assertMoves(new Sgd(RATE), t -> -RATE * G);
    }

    /** Of a diagonal matrix, the quintic acts on each entry; U is g at the first step times 1 − μ². */
    @Test
    void muonTurnsSingularValuesByItsQuintic() {
        Move[] moves = new Muon(RATE, 0.5, 3, 2).begin(6).next(new double[6], new double[] {2, 0, 0, 0.5, 0, 0});

        double norm = Math.sqrt(4.25) * 0.75 + 1e-7;
        assertThat(moves[0].by()).isCloseTo(-RATE * Math.sqrt(1.5) * turned(2 * 0.75 / norm), within(1e-14));
        assertThat(moves[3].by()).isCloseTo(-RATE * Math.sqrt(1.5) * turned(0.5 * 0.75 / norm), within(1e-14));
        assertThat(moves[5].by()).isZero();
    }

    private static double turned(double s) {
        double value = s;
        for (int turn = 0; turn < 5; turn++) {
            value = 3.4445 * value - 4.7750 * Math.pow(value, 3) + 2.0315 * Math.pow(value, 5);
        }
        return value;
    }
}
