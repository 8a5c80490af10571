package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;

/**
 * Sums whose terms all round the same way: the first is 1 and the others a bit more than u, so that each adds 2u. What such a sum is off
 * grows with its length, as the bounds say.
 */
class LongSumsTest {

    private static final int LENGTH = 500;
    private static final double TERM = 1.01 * Rounding.UNIT;

    /** The relative error in units of u. */
    private static double error(double value, Enclosure exact) {
        return GeometryChecks.relativeError(value, exact) / Rounding.UNIT;
    }

    /** The first number, and then the other one everywhere. */
    private static double[] vector(double first, double other) {
        double[] vector = GeometryChecks.filled(LENGTH, other);
        vector[0] = first;
        return vector;
    }

    static Stream<Geometry> norms() {
        return Stream.of(new Burg(), new PNorm(1.5), new PNorm(1.05));
    }

    @ParameterizedTest
    @MethodSource("norms")
    void ofPowers(Geometry geometry) {
        double power = geometry instanceof PNorm norm ? norm.exponent() : 2;
        double[] v = vector(1, Math.pow(TERM, 1 / power));
        Enclosure terms =
                Enclosures.power(Enclosure.of(v[1]), Enclosure.of(power)).times(Enclosure.of(LENGTH - 1));
        Enclosure exact = Enclosures.power(terms.plus(Enclosure.ONE), Enclosure.ONE.over(Enclosure.of(power)));
        double bound = geometry.normError(LENGTH);

        assertThat(error(geometry.norm(v), exact)).isBetween(bound / 2, bound);
    }

    @ParameterizedTest
    @MethodSource("sumNorms")
    void ofSizes(Geometry geometry) {
        Enclosure exact = Enclosure.of(TERM).times(Enclosure.of(LENGTH - 1)).plus(Enclosure.ONE);
        double bound = geometry.normError(LENGTH);

        assertThat(error(geometry.norm(vector(1, -TERM)), exact)).isBetween(bound / 2, bound);
    }

    static Stream<Geometry> sumNorms() {
        return Stream.of(new Entropy(), new EntropyBall(1), new LogBarrier());
    }

    static Stream<Geometry> separable() {
        return Stream.of(
                new Euclidean(new Domain.Space()),
                new Burg(),
                new BinaryEntropy(),
                new Hypentropy(1, 3),
                new Entropy(),
                new EntropyBall(1e3),
                new LogBarrier());
    }

    /** Of 500 coordinates, 499 of which have 1.01 u times the divergence of the first one, rounded down to a power of two. */
    @ParameterizedTest
    @MethodSource("separable")
    void ofDivergences(Geometry geometry) {
        double[] y = vector(0.5, 0.5);
        double[] x = vector(0.75, 0.5);
        Enclosure first = geometry.exactDivergence(new double[] {0.75}, new double[] {0.5});
        double term = TERM * Math.scalb(1.0, Math.getExponent(first.middle()));
        // B is nearly a square where points are close.
        double near = 1e-6;
        double square = geometry.exactDivergence(new double[] {0.5 + near}, new double[] {0.5})
                        .middle()
                / (near * near);
        Arrays.fill(x, 1, LENGTH, 0.5 + Math.sqrt(term / square));
        Enclosure other = geometry.exactDivergence(new double[] {x[1]}, new double[] {0.5});
        double bound = geometry.divergenceError(LENGTH);

        assertThat(error(
                        geometry.divergence(x, y),
                        other.times(Enclosure.of(LENGTH - 1)).plus(first)))
                .isBetween(bound / 5, bound);
    }

    /** One weight of 1, and 499 of 1.01 u. */
    @Test
    void ofWeights() {
        double[] logarithms = vector(0, Math.log(TERM));
        Enclosure sum = Enclosure.of(logarithms[1])
                .exp()
                .times(Enclosure.of(LENGTH - 1))
                .plus(Enclosure.ONE);
        Geometry entropy = new Entropy();
        double bound = entropy.pointError(LENGTH);
        assertThat(error(entropy.point(logarithms)[0], Enclosure.ONE.over(sum))).isBetween(bound / 5, bound);

        for (double radius : new double[] {1, 0x1p-20, 0x1p20}) {
            Geometry ball = new EntropyBall(radius);
            double[] image = logarithms.clone();
            for (int i = 0; i < LENGTH; i++) {
                image[i] += Math.log(2 * radius);
            }
            double[] to = new double[LENGTH];
            ball.step(image, 1, new double[LENGTH], to);
            double[] point = ball.point(to);
            double budget = ball.residual(point, radius, 0, 0);
            Enclosure shift = Enclosure.of(to[0])
                    .minus(Enclosure.of(image[0]))
                    .plus(Enclosure.of(image[0])
                            .exp()
                            .times(sum)
                            .over(Enclosure.of(radius))
                            .log());
            assertThat(Math.abs(shift.middle())).isBetween(budget / 50, budget);
            double excess = error(
                    Arrays.stream(point)
                            .mapToObj(BigDecimal::new)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .doubleValue(),
                    Enclosure.of(radius));
            assertThat(excess).isBetween(ball.pointError(LENGTH) / 50, ball.pointError(LENGTH));
        }
    }

    /** Reciprocals of 1 and of 1/(1.01 u), which are shifted until they sum to 1. */
    @Test
    void ofReciprocals() {
        Geometry barrier = new LogBarrier();
        double[] image = vector(1, 1 / TERM);
        double[] to = new double[LENGTH];
        barrier.step(image, 1, new double[LENGTH], to);
        double[] point = barrier.point(to);
        BigDecimal sum = Arrays.stream(point).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        double bound = barrier.pointError(LENGTH);

        assertThat(sum.subtract(BigDecimal.ONE).abs().doubleValue() / Rounding.UNIT)
                .isBetween(bound / 5, bound);
    }

    /** Cubes, in the norm of an image that is twice as long as the radius it is cut to. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-3})
    void ofCubesInAStepThatIsCutToABall(double radius) {
        Geometry ball = new NormBall(new PNorm(1.5), radius);
        double[] origin = new double[LENGTH];
        double[] slope = vector(-2 * radius, -2 * radius * Math.cbrt(TERM));
        double[] to = new double[LENGTH];
        ball.step(origin, 1, slope, to);
        Enclosure ratio = Enclosure.of(slope[1]).over(Enclosure.of(slope[0]));
        Enclosure cubes =
                ratio.squared().times(ratio).times(Enclosure.of(LENGTH - 1)).plus(Enclosure.ONE);
        Enclosure cut = Enclosure.of(radius).over(Enclosures.power(cubes, Enclosure.ONE.over(Enclosure.of(3))));
        double budget = ball.residual(origin, radius, 2 * radius, 2 * radius) / radius / Rounding.UNIT;
        assertThat(error(to[0], cut)).isBetween(budget / 50, budget);

        double[] point = ball.point(to);
        double[] ends = {point[0], Math.pow(LENGTH - 1, 2 / 3.0) * point[1]};
        double off = error(new PNorm(1.5).norm(ends), Enclosure.of(radius));
        assertThat(off).isBetween(ball.pointError(LENGTH) / 50, ball.pointError(LENGTH));
    }

    /** Onto the unit ball: 1 and 499 times √(1.01 u), each twice as large. */
    @Test
    void ofSquaresInAProjectionOntoABall() {
        Domain ball = new Domain.Ball(1);
        double[] point = vector(2, 2 * Math.sqrt(TERM));
        BigDecimal norm = Arrays.stream(point)
                .mapToObj(BigDecimal::new)
                .map(value -> value.multiply(value))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .sqrt(MathContext.DECIMAL128);
        Enclosure exact = Enclosure.of(2).over(new Enclosure(norm, norm));
        ball.project(point);
        double bound = ball.projectionError(LENGTH);

        assertThat(error(point[0], exact)).isBetween(bound / 10, bound);
        assertThat(new Euclidean(ball).pointError(LENGTH)).isEqualTo(bound);
    }

    /** Onto the simplex, from nearly the origin: 500 roundings of the threshold, which is small. */
    @Test
    void ofDifferencesInAProjectionOntoTheSimplex() {
        Domain simplex = new Domain.Simplex();
        double[] point = vector(0, -TERM);
        double[] exact = new double[LENGTH];
        Arrays.fill(exact, (1 - TERM) / LENGTH);
        simplex.project(point);
        double error =
                GeometryChecks.euclidean(GeometryChecks.difference(point, exact)) / GeometryChecks.euclidean(exact);

        assertThat(error / Rounding.UNIT).isBetween(10.0, simplex.projectionError(LENGTH));
    }
}
