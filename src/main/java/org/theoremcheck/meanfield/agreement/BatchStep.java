package org.theoremcheck.meanfield.agreement;

/** One step of stochastic gradient descent on a batch that is given. */
public interface BatchStep {

    /**
     * The weights after the step.
     *
     * @param rows the batch's rows of X one after another, d numbers each
     * @param labels of the batch
     * @param weights d numbers
     */
    double[] next(double[] rows, double[] labels, double[] weights);
}
