/**
 * Predictable Gradient Manifolds in Deep Learning (arXiv 2601.04270): {@code geometry} holds the mirror maps, {@code predictor} the
 * gradient predictors, {@code regret} the online-learning claims, {@code stationarity} those about descent along a proxy, {@code rank}
 * those about the singular values of the increments, {@code pathlength} what path lengths can be, and {@code projection} what is left
 * of them after a random projection.
 */
@NullMarked
package org.theoremcheck.predictable;

import org.jspecify.annotations.NullMarked;
