package org.theoremcheck.meanfield.flow;

/** The law of √d xᵢⱼ, independent over the entries unless said otherwise. */
public enum EntryLaw {
    /** N(0, 1). */
    GAUSSIAN,
    /** ±1. */
    RADEMACHER,
    /** Uniform on [−√3, √3]. */
    UNIFORM,
    /** ±√10, each with probability 1/20, else 0. */
    SPARSE,
    /** Student's t with 1.5 degrees of freedom: no variance. */
    STUDENT,
    /** Cauchy: no mean. */
    CAUCHY,
    /** Gaussian, each row times a factor of its own with mean square 1: of variance 1, but a row's entries depend on each other. */
    ROW_SCALED
}
