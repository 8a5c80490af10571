package org.theoremcheck.predictable.projection;

/** A linear map from gradients to sketches of them: one matrix R for as long as it lives. */
public interface Projection {

    /** R v, as many numbers as the sketch is to have. */
    double[] project(double[] vector);
}
