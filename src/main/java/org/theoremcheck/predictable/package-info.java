/**
 * Predictable Gradient Manifolds in Deep Learning (arXiv 2601.04270): {@code geometry} holds the mirror maps, {@code predictor} the
 * gradient predictors, {@code regret} the online-learning claims, {@code rank} those about increments of low rank.
 */
@NullMarked
package org.theoremcheck.predictable;

import org.jspecify.annotations.NullMarked;
