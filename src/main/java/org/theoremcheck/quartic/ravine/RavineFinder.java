package org.theoremcheck.quartic.ravine;

/** The role of something that knows the ravine of a function as a graph over its tangent space. */
public interface RavineFinder {

    /** φ(v): where f(·, v) is least near 0. */
    double[] normal(double[] tangent);
}
