package org.theoremcheck.meanfield.linear;

/** What a solver of the mean-field equations says of the linear loss, at the steps k = 0, …, K. */
public interface LinearCurves {

    /** E (θ_k − θ*)², K + 1 numbers. */
    double[] distances();

    /** The mean squared residual of the samples, K + 1 numbers. */
    double[] trainingErrors();

    /** E (θ_{k+1} − θ_k)², K numbers. */
    double[] increments();
}
