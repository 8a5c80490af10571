package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {

    static Stream<Domain> domains() {
        return Stream.of(
                new Domain.Space(),
                new Domain.Ball(2),
                new Domain.Box(-1, 3),
                new Domain.Simplex(),
                new Domain.TwoPoints());
    }

    private static double[] projected(Domain domain, double... point) {
        double[] nearest = point.clone();
        domain.project(nearest);
        return nearest;
    }

    @ParameterizedTest
    @MethodSource("domains")
    void aProjectionProjectsItselfToItself(Domain domain) {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] once = projected(domain, random.doubles(5, -9, 9).toArray());
            double[] twice = projected(domain, once);
            for (int i = 0; i < once.length; i++) {
                assertThat(twice[i]).isCloseTo(once[i], within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void noPointOfTheSetIsNearerThanTheProjection(Domain domain) {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            double[] point = random.doubles(4, -5, 5).toArray();
            double[] other = projected(domain, random.doubles(4, -5, 5).toArray());

            assertThat(distance(point, projected(domain, point)))
                    .isLessThanOrEqualTo(distance(point, other) * (1 + 1e-14));
        }
    }

    @Test
    void projectionsAreThoseOfTheTextbook() {
        assertThat(projected(new Domain.Ball(2.5), 3, 4)).containsExactly(1.5, 2);
        assertThat(projected(new Domain.Ball(5), 3, 4)).containsExactly(3, 4);
        assertThat(projected(new Domain.Box(-1, 1), -7, 0.5, 2)).containsExactly(-1, 0.5, 1);
        assertThat(projected(new Domain.Simplex(), 0.5, 1, -3)).containsExactly(0.25, 0.75, 0);
        assertThat(projected(new Domain.Simplex(), 0, 0, 0, 0)).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(projected(new Domain.Simplex(), -7)).containsExactly(1);
        assertThat(projected(new Domain.TwoPoints(), -0.5)).containsExactly(-1);
        assertThat(projected(new Domain.TwoPoints(), 0)).containsExactly(1);
    }

    @Test
    void theProjectionOnTheSimplexDoesNotMindTheSizeOfThePoint() {
        assertThat(projected(new Domain.Simplex(), 0x1p60, 0x1p60, -0x1p60)).containsExactly(0.5, 0.5, 0);
        assertThat(projected(new Domain.Simplex(), -1e300, 1e300)).containsExactly(0, 1);
    }

    @Test
    void theSimplexIsProjectedOnAsByMichelot() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            double[] point = random.doubles(random.nextInt(1, 20), -1, 1).toArray();
            double[] expected = michelot(point);
            double[] actual = projected(new Domain.Simplex(), point);
            for (int i = 0; i < point.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-14));
            }
        }
    }

    /** Drops coordinates until none is negative (J. Optim. Theory Appl. 50, 1986). */
    private static double[] michelot(double[] point) {
        double[] active = point;
        while (true) {
            double threshold = (Arrays.stream(active).sum() - 1) / active.length;
            double[] left = Arrays.stream(active).filter(v -> v > threshold).toArray();
            if (left.length == active.length) {
                return Arrays.stream(point).map(v -> Math.max(v - threshold, 0)).toArray();
            }
            active = left;
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void theSmallestPointIsTheProjectionOfTheOrigin(Domain domain) {
        SplittableRandom random = new SplittableRandom(4);
        double smallest = distance(domain.smallest(3), new double[3]);
        for (int trial = 0; trial < 100; trial++) {
            double[] point = projected(domain, random.doubles(3, -5, 5).toArray());
            assertThat(smallest).isLessThanOrEqualTo(distance(point, new double[3]) * (1 + 1e-14));
        }
    }

    @Test
    void betweenTwoPointsIsOutside() {
        Domain twoPoints = new Domain.TwoPoints();

        assertThat(twoPoints.outside(new double[] {-1})).isZero();
        assertThat(twoPoints.outside(new double[] {0.75})).isEqualTo(0.25);
        assertThat(twoPoints.bestResponse(new double[] {3})).containsExactly(-1);
        assertThat(twoPoints.supSquaredDistance(new double[] {1})).isEqualTo(4);
        assertThat(twoPoints.diameter(1)).isEqualTo(2);
    }

    @Test
    void whatIsNotANumberIsNotInside() {
        for (Domain domain : List.of(new Domain.Ball(1), new Domain.Box(-1, 1), new Domain.Simplex())) {
            assertThat(domain.outside(new double[] {Double.NaN, 0})).isNotEqualTo(0.0);
        }
    }

    /** A few roundings of a sum of 1, or of the coordinate 3. */
    @Test
    void aFewRoundingsOutsideAreInside() {
        Domain simplex = new Domain.Simplex();
        assertThat(simplex.outside(new double[] {0.5 + 0x1p-50, 0.5})).isZero();
        assertThat(simplex.outside(new double[] {0.5 + 0x1p-46, 0.5})).isEqualTo(0x1p-46);
        Domain box = new Domain.Box(-1, 3);
        assertThat(box.outside(new double[] {0, 3 + 0x1p-51})).isZero();
        assertThat(box.outside(new double[] {0, 3 + 0x1p-46})).isEqualTo(0x1p-46);
        assertThat(box.outside(new double[] {0, -1 - 0x1p-46})).isEqualTo(0x1p-46);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
