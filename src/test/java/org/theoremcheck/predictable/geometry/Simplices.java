package org.theoremcheck.predictable.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Points in and near the simplex. */
final class Simplices {

    private Simplices() {}

    /**
     * A random point whose coordinates are multiples of 2⁻³⁰, so that they sum to 1 exactly.
     *
     * @param zeros number of coordinates that may be 0
     */
    static double[] draw(int dimension, SplittableRandom random, int zeros) {
        int first = Math.min(zeros, dimension - 1);
        double[] weights = new double[dimension];
        double sum = 0;
        for (int i = first; i < dimension; i++) {
            weights[i] = 0.01 - Math.log(1 - random.nextDouble());
            sum += weights[i];
        }
        double rest = 1;
        for (int i = first; i < dimension - 1; i++) {
            weights[i] = Math.rint(weights[i] / sum * 0x1p30) * 0x1p-30;
            rest -= weights[i];
        }
        weights[dimension - 1] = rest;
        return weights;
    }

    static List<double[]> vertices(int dimension) {
        List<double[]> vertices = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            double[] vertex = new double[dimension];
            vertex[i] = 1;
            vertices.add(vertex);
        }
        return vertices;
    }

    /** The point with a sum that is too large, and with a negative coordinate. */
    static List<double[]> movedOut(double[] point, double distance) {
        double[] heavy = point.clone();
        heavy[0] += distance;
        double[] negative = point.clone();
        int last = point.length - 1;
        if (last > 0) {
            negative[0] += negative[last] + distance;
        }
        negative[last] = -distance;
        return last > 0 ? List.of(heavy, negative) : List.of(heavy);
    }
}
