/** Dual potentials K of the gradient, whose gradients ∇K precondition descent. */
@NullMarked
package org.theoremcheck.dualspace.preconditioner;

import org.jspecify.annotations.NullMarked;
