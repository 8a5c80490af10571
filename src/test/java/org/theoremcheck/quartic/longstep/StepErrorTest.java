package org.theoremcheck.quartic.longstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.objective.Objective;
import org.theoremcheck.quartic.objective.Rosenbrock;
import org.theoremcheck.quartic.objective.Separable;
import org.theoremcheck.quartic.objective.SymmetricFactorization;

/** The rounding stated of a long step, against the step in eighty digits. */
class StepErrorTest {

    /** The largest errors of a few neighbours of a point, as shares of what is stated. */
    private static double[] shares(Objective objective, double... point) {
        double[] largest = {0, 0};
        for (int neighbour = 0; neighbour < 12; neighbour++) {
            double[] at = Vectors.scaled(1 - 1e-9 * neighbour, point);
            double[] gradient = new double[at.length];
            double gap = objective.evaluate(at, gradient);
            StepError stated = StepError.at(objective, at, gap, gradient);
            double length = gap / Vectors.norm(gradient);
            double[] next = GDPolyak.begin(Problem.of(objective, at, 0.1, 0, 1)).step(gap, gradient.clone());

            Enclosure[] from = Enclosures.of(at);
            Enclosure[] exact = objective.exactGradient(from);
            Enclosure square = Enclosures.squaredNorm(exact);
            Enclosure exactGap = objective.exactGap(from);
            Enclosure[] to = new Enclosure[at.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i].minus(exactGap.over(square).times(exact[i]));
            }
            Enclosure exactLength = exactGap.over(square.sqrt());
            double relative = Enclosure.of(length)
                    .over(exactLength)
                    .minus(Enclosure.ONE)
                    .abs()
                    .middle();
            double absolute =
                    Enclosures.squaredDistance(to, Enclosures.of(next)).sqrt().middle();
            assertThat(relative).isLessThanOrEqualTo(stated.relative());
            assertThat(absolute).isLessThanOrEqualTo(stated.absolute());
            largest[0] = Math.max(largest[0], relative / stated.relative());
            largest[1] = Math.max(largest[1], absolute / stated.absolute());
        }
        return largest;
    }

    private static double smallest(double[] shares) {
        return Math.min(shares[0], shares[1]);
    }

    @ParameterizedTest
    @CsvSource({"1", "1e-6", "1e-3", "1e9"})
    void itIsEnoughAndNotManyTimesTooLargeAtAnyScale(double scale) {
        double s = scale;
        double[][] shares = {
            shares(new Separable(new double[] {1, 3}, new double[] {2, 2}, false), 0.3 * s, 0.7 * s),
            shares(Separable.ravine(3, 1 / (s * s), 4), 0.3 * s, 0.7 * s),
            shares(new Rosenbrock(7), 0.3 * s, 0.7 * s * s)
        };

        assertThat(Stream.of(shares)).allMatch(share -> smallest(share) > 1.0 / 200);
    }

    /** f and ∇f lose nearly all of their digits. */
    @ParameterizedTest
    @CsvSource({"0.25", "1e-3", "1e-6", "1e-9"})
    void closeToMinimizersItIsThatOfValueAndGradient(double off) {
        for (double size : new double[] {1e-5, 0.7, 1e5}) {
            Objective objective = new SymmetricFactorization(new double[][] {{size}}, 1);

            assertThat(smallest(shares(objective, size * (1 + off))))
                    .as("size " + size)
                    .isGreaterThan(1.0 / 500);
        }
    }
}
