package org.theoremcheck.meanfield.limit;

/** The effective process of one sample, r and ∂ℓ(r; y), step after step. */
interface SampleSide {

    /** The moments of step k = 0, 1, …, from the weights up to that step; after the last only the training error is asked for. */
    Moments moments(int k, WeightSide weights);
}
