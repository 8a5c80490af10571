/**
 * Functions with a ravine: a manifold through the solutions along which they grow slowly, and across which they grow quadratically. Each
 * has its gradient, its solutions and its gap f(x) − f* in closed form, written so that nothing cancels.
 */
@NullMarked
package org.theoremcheck.quartic.objective;

import org.jspecify.annotations.NullMarked;
