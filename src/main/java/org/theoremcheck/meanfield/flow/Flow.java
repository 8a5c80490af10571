package org.theoremcheck.meanfield.flow;

/**
 * One run of the flow with a design X, a signal θ*, a start θ⁰ and labels of its own. Matrices are arrays by columns: the d (or n)
 * numbers of the first unit, then those of the second. Steps are asked for in increasing order up to the
 * last one of the model, each as often as one likes; another order is an {@link IllegalArgumentException}.
 */
public interface Flow {

    /** θ*, d × q. */
    double[] signal();

    /** y, n labels. */
    double[] labels();

    /** θ after so many steps, d × m. */
    double[] weights(int step);

    /** r = Xθ after so many steps, n × m. */
    double[] outputs(int step);
}
