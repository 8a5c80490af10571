package org.theoremcheck.dualspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Blockwise;

/** Steps with parts of any size, whether they fit together or not, to see what a bound on rounding grows with. */
public final class Sizes {

    /** η, Y, W, R, S, G before and after, and W₀. */
    public static final int PARTS = 11;

    private Sizes() {}

    /** Each sample has a feature of its own. The features of no sample, if there are any, start from numbers of the size given, the others from 0. */
    public static Problem problem(int samples, int dimension, int outputs, double[] sizes) {
        double[][] design = new double[samples][dimension];
        double[][] labels = new double[samples][outputs];
        for (int i = 0; i < samples; i++) {
            design[i][i] = 1;
            Arrays.fill(labels[i], sizes[1]);
        }
        double[][] start = new double[dimension][outputs];
        for (int i = samples; i < dimension; i++) {
            Arrays.fill(start[i], sizes[10]);
        }
        return new Problem(design, 1, 1, labels, start, Loss.SQUARED, Blockwise.gradientDescent(), new double[] {1}, 1);
    }

    /** A step whose parts have these sizes. Signs change from before to after, so that differences grow with what they are made of. */
    public static Step step(Problem problem, double[] sizes) {
        return new Step(0, sizes[0], state(problem, 1, sizes, 2), state(problem, -1, sizes, 6));
    }

    private static State state(Problem problem, double sign, double[] sizes, int first) {
        return new State(
                filled(problem.dimension(), problem.outputs(), sign * sizes[first]),
                filled(problem.samples(), problem.outputs(), sign * sizes[first + 1]),
                filled(problem.samples(), problem.outputs(), sign * sizes[first + 2]),
                filled(problem.dimension(), problem.outputs(), sign * sizes[first + 3]));
    }

    private static DMatrixRMaj filled(int rows, int columns, double value) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        matrix.fill(value);
        return matrix;
    }

    /** Powers of two from 2⁻⁴⁰ to 2⁴⁰. */
    public static List<double[]> many(int count) {
        Random random = new Random(3);
        return Stream.generate(() -> random.doubles(PARTS, -40, 40)
                        .map(exponent -> Math.scalb(1.0, (int) exponent))
                        .toArray())
                .limit(count)
                .toList();
    }

    /** No bound is smaller where one part is twice as large, whichever of the parts dominate the others. */
    public static void assertNoneShrinks(int tries, Function<double[], double[]> bounds) {
        for (double[] sizes : many(tries)) {
            double[] small = bounds.apply(sizes);
            for (int part = 0; part < PARTS; part++) {
                double[] more = sizes.clone();
                more[part] *= 2;
                double[] large = bounds.apply(more);
                for (int i = 0; i < small.length; i++) {
                    assertThat(large[i]).as("bound %d, part %d", i, part).isGreaterThanOrEqualTo(small[i]);
                }
            }
        }
    }

    /** Each bound grows with these parts, be it by a rounding, where all have the same size. */
    public static void assertGrowsWith(Function<double[], Double> bound, int... parts) {
        double[] sizes = new double[PARTS];
        Arrays.fill(sizes, 1);
        for (int part : parts) {
            double[] more = sizes.clone();
            more[part] = 2;
            assertThat(bound.apply(more)).as("part %d", part).isGreaterThan(bound.apply(sizes));
        }
    }
}
