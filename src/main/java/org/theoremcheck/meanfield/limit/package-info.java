/**
 * The mean-field equations in discrete time, solved forward in time without a fixed point. The weights are a Gaussian process driven by
 * moments of the samples ({@code WeightSide}); the samples see the weights' covariance and response ({@code LinearSide} exactly,
 * {@code MonteCarloSide} for any loss). At equal steps the solution is the exact limit n, d → ∞ of the simulated flow.
 */
@NullMarked
package org.theoremcheck.meanfield.limit;

import org.jspecify.annotations.NullMarked;
