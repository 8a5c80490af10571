package org.theoremcheck.guard.steprule;

/** Where the gradients of a course come from. */
public sealed interface Gradients {

    /**
     * The gradient of step t at a point.
     *
     * @param t from 1
     */
    double[] at(int t, double[] point);

    /** Numbers of each gradient. */
    int dimension();

    /**
     * The same gradients wherever the optimizer goes.
     *
     * @param rows a gradient a step; they are taken in turn
     */
    record Listed(double[][] rows) implements Gradients {
        @Override
        public double[] at(int t, double[] point) {
            return rows[(t - 1) % rows.length].clone();
        }

        @Override
        public int dimension() {
            return rows[0].length;
        }
    }

    /**
     * Those of ½ Σ aᵢ(xᵢ − cᵢ)², which depend on where the optimizer is.
     *
     * @param curvatures a
     * @param center c
     */
    record Quadratic(double[] curvatures, double[] center) implements Gradients {
        @Override
        public double[] at(int t, double[] point) {
            double[] gradient = new double[center.length];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = curvatures[i] * (point[i] - center[i]);
            }
            return gradient;
        }

        @Override
        public int dimension() {
            return center.length;
        }
    }
}
