/** Gradient predictors: what an optimistic method believes about the gradient that comes next. */
@NullMarked
package org.theoremcheck.predictable.predictor;

import org.jspecify.annotations.NullMarked;
