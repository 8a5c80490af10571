package org.theoremcheck.quartic.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.quartic.objective.Objective.Accuracy;

/** What is stated of the rounding of values and gradients, against eighty digits. */
@Execution(ExecutionMode.CONCURRENT)
class AccuracyTest {

    /** Numbers of a random function: random mantissas, and a random power of two that only a change of scale changes. */
    record Numbers(long scale, long mantissa, int range) {

        /** ± a number in [1, 2) times a power of two within the range. */
        double next(int position) {
            long key = RandomStream.key(mantissa, "mantissa", position);
            double sign = RandomStream.uniform(key, 0) < 0.5 ? -1 : 1;
            int exponent = RandomStream.below(RandomStream.key(scale, "scale", position), 0, 2 * range + 1) - range;
            return sign * Math.scalb(1 + RandomStream.uniform(key, 1), exponent);
        }

        double positive(int position) {
            return Math.abs(next(position));
        }

        double[] vector(int from, int count) {
            return IntStream.range(from, from + count).mapToDouble(this::next).toArray();
        }

        /** A vector of one power of two. */
        double[] even(int from, int count) {
            double size = Math.scalb(1.0, Math.getExponent(next(from)));
            return IntStream.range(from, from + count)
                    .mapToDouble(i -> size * next(i) / Math.scalb(1.0, Math.getExponent(next(i))))
                    .toArray();
        }

        double[][] rows(int from, int count, int length) {
            double[] all = even(from, count * length);
            return IntStream.range(0, count)
                    .mapToObj(i -> Arrays.copyOfRange(all, i * length, (i + 1) * length))
                    .toArray(double[][]::new);
        }

        double[][] column(int from, int count) {
            return rows(from, count, 1);
        }
    }

    /** A function at a point. */
    record At(Objective objective, double... point) {

        /** |computed − exact| of value and gradient, as a share of what is stated. */
        double[] shares() {
            double[] gradient = new double[point.length];
            double value = objective.evaluate(point, gradient);
            Accuracy stated = objective.accuracy(point);
            Enclosure[] exact = Enclosures.of(point);
            double gap =
                    objective.exactGap(exact).minus(Enclosure.of(value)).abs().middle();
            double slope = Enclosures.squaredDistance(objective.exactGradient(exact), Enclosures.of(gradient))
                    .sqrt()
                    .middle();
            return new double[] {gap / stated.gap(), slope / stated.gradient()};
        }
    }

    /**
     * Functions at points.
     *
     * @param scales how many are looked at: values of transcendental functions take long
     * @param range of the exponents
     * @param share how much of what is stated is reached at every scale: worst cases of many roundings are not found at random
     */
    record Kind(String name, int scales, int range, double share, Function<Numbers, At> at) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("flat", 4, 3, 0.02, n -> new At(new Flat(), 0x1p-200, n.next(1))),
                new Kind("rosenbrock", 20, 20, 0.02, n -> new At(new Rosenbrock(n.positive(0)), n.next(1), n.next(2))),
                new Kind("ravine", 24, 20, 0.02, AccuracyTest::ravine),
                new Kind("ridge", 24, 20, 0.02, AccuracyTest::ridge),
                new Kind(
                        "powers",
                        20,
                        20,
                        0.02,
                        n -> new At(
                                new Separable(new double[] {n.positive(0), n.positive(1)}, new double[] {2, 4}, false),
                                n.vector(2, 2))),
                new Kind(
                        "mixed powers",
                        20,
                        20,
                        0.02,
                        n -> new At(
                                new Separable(
                                        new double[] {n.positive(0), n.positive(1), n.positive(2), n.positive(3)},
                                        new double[] {2, 2, 4, 3},
                                        true),
                                n.vector(4, 4))),
                new Kind("symmetric", 20, 20, 0.02, n -> symmetric(n, 1, 1)),
                new Kind("balanced", 20, 20, 0.005, n -> balanced(n, 1, 1, 1)),
                new Kind("sensing", 20, 20, 0.005, n -> sensing(n, 1, 1, 1)),
                new Kind("neurons", 1, 3, 0.004, n -> neurons(n, 2)),
                new Kind(
                        "turned symmetric",
                        6,
                        20,
                        5e-4,
                        n -> turned(new SymmetricFactorization(n.column(0, 1), 2), n, n.next(0))),
                new Kind(
                        "turned balanced",
                        6,
                        20,
                        1e-4,
                        n -> turned(
                                new BalancedFactorization(n.column(0, 1), n.column(0, 1), 2), n, n.next(0), n.next(0))),
                new Kind(
                        "turned sensing",
                        6,
                        20,
                        5e-4,
                        n -> turned(
                                Sensing.of(
                                        new Measurements(n.column(1, 1)),
                                        new Measurements(n.column(2, 1)),
                                        n.column(0, 1),
                                        2),
                                n,
                                n.next(0))),
                new Kind("folded square", 12, 60, 0.02, n -> foldedPowers(n, 2)),
                new Kind("folded cube", 12, 60, 0.002, n -> foldedPowers(n, 3)),
                new Kind("folded ridge", 24, 60, 1e-4, AccuracyTest::foldedRidge),
                new Kind("tall symmetric", 1, 0, 5e-4, n -> symmetric(n, 12, 1)),
                new Kind("wide symmetric", 1, 0, 5e-4, n -> symmetric(n, 1, 12)),
                new Kind("left balanced", 1, 0, 5e-4, n -> balanced(n, 12, 1, 1)),
                new Kind("right balanced", 1, 0, 5e-4, n -> balanced(n, 1, 12, 1)),
                new Kind("wide balanced", 1, 0, 5e-4, n -> balanced(n, 1, 1, 12)),
                new Kind("tall sensing", 1, 0, 5e-4, n -> sensing(n, 12, 1, 1)),
                new Kind("much sensing", 1, 0, 5e-4, n -> sensing(n, 1, 12, 1)),
                new Kind("wide sensing", 1, 0, 5e-4, n -> sensing(n, 1, 1, 12)));
    }

    /** Rows of two columns with the norms given: next to a solution, where only rounding is left of the values. */
    private static At turned(Objective objective, Numbers n, double... rows) {
        double angle = n.positive(9) % 6;
        return new At(
                objective,
                Arrays.stream(rows)
                        .flatMap(row -> DoubleStream.of(row * StrictMath.cos(angle), row * StrictMath.sin(angle)))
                        .toArray());
    }

    /** Where a mixed coordinate vanishes but for rounding, which a steep term tells. */
    private static At foldedPowers(Numbers n, double power) {
        double[] point = n.even(10, 4);
        point[3] = point[0] - point[1] + point[2];
        double[] weights = {1, n.positive(0), 1, 1};
        return new At(new Separable(weights, new double[] {2, power, 2, 2}, true), point);
    }

    private static At foldedRidge(Numbers n) {
        double[] row = n.even(10, 3);
        double[] point = n.even(20, 3);
        point[2] = -(row[0] * point[0] + row[1] * point[1]) / row[2];
        RidgeSum ridge = new RidgeSum(
                new double[][] {row}, new double[] {n.positive(0)}, new double[] {n.next(1)}, new double[] {
                    n.positive(2)
                });
        return new At(ridge, point);
    }

    private static At symmetric(Numbers n, int height, int columns) {
        return new At(new SymmetricFactorization(n.column(0, height), columns), n.even(20, height * columns));
    }

    /** The columns of P and Q are of one length. */
    private static At balanced(Numbers n, int left, int right, int columns) {
        double[] p = new double[left];
        double[] q = new double[right];
        p[left - 1] = n.next(0);
        q[right - 1] = -p[left - 1];
        double[][] column = Arrays.stream(p).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        double[][] other = Arrays.stream(q).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        return new At(new BalancedFactorization(column, other, columns), n.vector(20, (left + right) * columns));
    }

    private static At sensing(Numbers n, int dimension, int count, int columns) {
        return new At(
                Sensing.of(
                        new Measurements(n.rows(0, dimension, count)),
                        new Measurements(n.rows(200, dimension, count)),
                        n.column(400, dimension),
                        columns),
                n.even(600, dimension * columns));
    }

    private static At neurons(Numbers n, int dimension) {
        return new At(new TwoNeurons(n.even(0, dimension)), n.vector(20, 2 * dimension));
    }

    private static At ravine(Numbers n) {
        RavinePolynomial polynomial = new RavinePolynomial(
                new double[] {n.positive(0)},
                new double[][][] {n.column(1, 1)},
                n.column(2, 1),
                n.column(3, 1),
                n.column(4, 1));
        return new At(polynomial, n.vector(5, 2));
    }

    private static At ridge(Numbers n) {
        RidgeSum ridge = new RidgeSum(
                n.column(1, 1), new double[] {n.positive(2)}, new double[] {n.next(3)}, new double[] {n.positive(4)});
        return new At(ridge, n.next(0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theRoundingStatedIsEnoughAndNotManyTimesTooLargeAtAnyScale(Kind kind) {
        for (int scale = 0; scale < kind.scales(); scale++) {
            double[] reached = {0, 0};
            for (int mantissa = 0; mantissa < 8; mantissa++) {
                At at = kind.at().apply(new Numbers(scale, mantissa, kind.range()));
                double[] shares = at.shares();
                for (int i = 0; i < 2; i++) {
                    assertThat(shares[i]).as(at::toString).isBetween(0.0, 1.0);
                    reached[i] = Math.max(reached[i], shares[i]);
                }
            }
            assertThat(Math.min(reached[0], reached[1])).as("scale " + scale).isGreaterThan(kind.share());
        }
    }
}
