package org.theoremcheck.predictable.regret;

/** A learner with a secondary sequence that moves by the gradients alone. */
public interface MirrorLearner extends Learner {

    /** yₜ after the gradients learnt so far; y₀ at first. */
    double[] secondary();
}
