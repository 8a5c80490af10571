package org.theoremcheck.meanfield.flow;

/** A flow that can be pushed: what it does then, against the same run without the push, is its response. */
public interface Responsive extends Flow {

    /** Adds to θ after so many steps, d × m numbers. */
    void pushWeights(int step, double[] by);

    /** Adds to r in the next step only, n × m numbers; θ stays. */
    void pushOutputs(int step, double[] by);
}
