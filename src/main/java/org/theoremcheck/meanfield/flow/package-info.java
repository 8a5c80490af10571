/** Simulations at a finite size: the flow with a dense design or one drawn as it is needed, and stochastic gradient descent. */
@NullMarked
package org.theoremcheck.meanfield.flow;

import org.jspecify.annotations.NullMarked;
