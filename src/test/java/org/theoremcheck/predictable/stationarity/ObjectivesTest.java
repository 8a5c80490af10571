package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/** Values and gradients against automatic differentiation by Commons Math, and Lipschitz constants against slopes of gradients. */
class ObjectivesTest {

    private static final double[] POINTS = {-30, -4, -1.3, -1, -0.5, -1e-3, -1e-9, 0, 1e-12, 1e-4, 0.3, 0.99, 1.01, 2, 9
    };

    @ParameterizedTest
    @EnumSource
    void valuesAndDerivativesAreThoseOfAutomaticDifferentiation(Profile profile) {
        for (double x : POINTS) {
            if (profile == Profile.ABSOLUTE && x == 0) {
                continue;
            }
            DerivativeStructure oracle = phi(profile, new DerivativeStructure(1, 1, 0, x));
            double derivative = profile.derivative(x);

            assertThat(profile.value(x, 1)).isCloseTo(oracle.getValue(), within(1e-15 * (1 + Math.abs(x))));
            assertThat(derivative).isCloseTo(oracle.getPartialDerivative(1), within(1e-15 * (1 + Math.abs(x))));
        }
    }

    private static DerivativeStructure phi(Profile profile, DerivativeStructure x) {
        return switch (profile) {
            case QUADRATIC -> x.multiply(x).multiply(0.5);
            case COSINE -> x.cos().negate().add(1);
            case LOGARITHM -> x.multiply(x).add(1).log();
            case HUBER ->
                x.abs().getValue() > 1 ? x.abs().subtract(0.5) : x.multiply(x).multiply(0.5);
            case SIGMOID -> x.negate().exp().add(1).reciprocal();
            case ABSOLUTE -> x.abs();
        };
    }

    @ParameterizedTest
    @EnumSource
    void valuesAndDerivativesHaveFewRoundings(Profile profile) {
        for (double x : POINTS) {
            assertRelative(profile.exactValue(Enclosure.of(x)), profile.value(x, 1));
            assertRelative(profile.exactDerivative(Enclosure.of(x)), profile.derivative(x));
        }
    }

    private static void assertRelative(Enclosure exact, double value) {
        BigDecimal allowed = new BigDecimal(Profile.ROUNDINGS * 0x1p-53 * Math.abs(value));
        assertThat(exact.minus(Enclosure.of(value)).abs().high()).isLessThanOrEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"COSINE, 0", "LOGARITHM, 0", "HUBER, 0", "SIGMOID, -1.3169578969248166", "QUADRATIC, 3"})
    void theCurvatureIsAttainedAndNowhereExceeded(Profile profile, double steepest) {
        double h = 1e-3;
        double largest = 0;
        for (double x = -8; x < 8; x += h) {
            largest = Math.max(largest, Math.abs(profile.derivative(x + h) - profile.derivative(x)) / h);
        }
        double there = (profile.derivative(steepest + h / 2) - profile.derivative(steepest - h / 2)) / h;

        assertThat(largest).isLessThanOrEqualTo(profile.curvature() * (1 + 1e-12));
        assertThat(Math.abs(there)).isCloseTo(profile.curvature(), within(2e-6));
    }

    /** 1/(6√3): 108 L² = 1. */
    @Test
    void theLipschitzConstantOfTheSigmoidIsRoundedUp() {
        BigDecimal square = new BigDecimal(Profile.SIGMOID.curvature()).pow(2).multiply(new BigDecimal(108));

        assertThat(square).isBetween(BigDecimal.ONE, new BigDecimal("1.000000000000001"));
        for (int i = 0; i < 1000; i++) {
            double weight = RandomStream.uniform(5, i);
            assertThat(new BigDecimal(Separable.line(Profile.SIGMOID, weight).smoothness()))
                    .isGreaterThanOrEqualTo(
                            new BigDecimal(weight).multiply(new BigDecimal(Profile.SIGMOID.curvature())));
        }
    }

    @Test
    void theGradientOfTheNetworkIsThatOfAutomaticDifferentiation() {
        for (int index = 0; index < 50; index++) {
            Network network = network(index);
            double[] point = point(index, network.dimension(), 1);
            double[] gradient = new double[network.dimension()];
            network.gradient(point, gradient);
            DerivativeStructure oracle = loss(network, point);
            int[] orders = new int[network.dimension()];

            assertThat(network.value(point, 1)).isCloseTo(oracle.getValue(), within(1e-14));
            for (int i = 0; i < gradient.length; i++) {
                orders[i] = 1;
                assertThat(gradient[i]).isCloseTo(oracle.getPartialDerivative(orders), within(1e-13));
                orders[i] = 0;
            }
        }
    }

    private static DerivativeStructure loss(Network network, double[] point) {
        int dimension = network.dimension();
        int width = network.inputs()[0].length;
        DerivativeStructure[] theta = new DerivativeStructure[dimension];
        for (int i = 0; i < dimension; i++) {
            theta[i] = new DerivativeStructure(dimension, 1, i, point[i]);
        }
        DerivativeStructure sum = new DerivativeStructure(dimension, 1);
        for (int row = 0; row < network.inputs().length; row++) {
            DerivativeStructure output = new DerivativeStructure(dimension, 1, -network.targets()[row]);
            for (int j = 0; j < network.units(); j++) {
                DerivativeStructure score = new DerivativeStructure(dimension, 1);
                for (int l = 0; l < width; l++) {
                    score = score.add(theta[network.units() + j * width + l].multiply(network.inputs()[row][l]));
                }
                output = output.add(theta[j].tanh().multiply(score.tanh()));
            }
            sum = sum.add(output.multiply(output));
        }
        return sum.multiply(network.amplitude() / (2 * network.inputs().length));
    }

    @Test
    void theGradientOfTheNetworkIsAsLipschitzAsItSays() {
        double closest = 0;
        for (int index = 0; index < 2000; index++) {
            Network network = network(index);
            double[] here = point(index, network.dimension(), 0.5);
            double[] there = point(index + 50_000, network.dimension(), 1e-2);
            double[] first = new double[here.length];
            double[] second = new double[here.length];
            for (int i = 0; i < here.length; i++) {
                there[i] += here[i];
            }
            network.gradient(here, first);
            network.gradient(there, second);
            double slope = Math.sqrt(Vectors.squaredDistance(first, second) / Vectors.squaredDistance(here, there));

            closest = Math.max(closest, slope / network.smoothness());
        }
        assertThat(closest).isBetween(0.15, 1.0);
    }

    @Test
    void errorsOfTheNetworkAreWithinTheirBounds() {
        for (int index = 0; index < 10; index++) {
            Network network = network(index);
            double[] point = point(index, network.dimension(), 2);
            double[] gradient = new double[network.dimension()];
            network.gradient(point, gradient);
            double value = network.value(point, 1);
            Enclosure[] exact = network.exactGradient(point);
            Enclosure error = Enclosure.ZERO;
            for (int i = 0; i < gradient.length; i++) {
                error = error.plus(exact[i].minus(Enclosure.of(gradient[i])).squared());
            }

            assertThat(network.exactValue(point)
                            .minus(Enclosure.of(value))
                            .abs()
                            .high())
                    .isLessThanOrEqualTo(new BigDecimal(network.valueError(point, value, 1)));
            assertThat(error.sqrt().high())
                    .isLessThanOrEqualTo(new BigDecimal(network.gradientError(point, Vectors.norm(gradient), 1)));
            assertThat(network.gradientError(point, Vectors.norm(gradient), 1))
                    .isLessThan(2e-13 * (1 + network.smoothness()));
        }
    }

    private static Network network(int index) {
        Network drawn = (Network) Terrain.NETWORK.objective(new Draw(1, "networks", index));
        return new Network(1, drawn.units(), drawn.inputs(), drawn.targets());
    }

    private static double[] point(int index, int dimension, double size) {
        return Vectors.scaled(size, new Draw(2, "points", index).gaussians("point", 0, dimension));
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Separable.line(Profile.COSINE, -1))
                .hasMessage("a weight is a number of at least 0, got -1.0");
        assertThatThrownBy(() -> Separable.line(Profile.COSINE, 0))
                .hasMessage("the weights sum to a positive finite number, got 0.0");
    }

    @Test
    void dataThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Network(1, 1, new double[][] {{1}}, new double[2]))
                .hasMessage("a network has as many inputs as finite targets, and at least one");
        assertThatThrownBy(() -> new Network(1, 1, new double[][] {{1}, {1, 2}}, new double[2]))
                .hasMessage("inputs are finite vectors of one length, which is at least 1");
        assertThatThrownBy(() -> new Network(0, 1, new double[][] {{1}}, new double[1]))
                .hasMessage("a network has a positive amplitude and at least one unit");
    }
}
