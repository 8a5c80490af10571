/** Losses of a residual, with the constants that theorems about them need. */
@NullMarked
package org.theoremcheck.dualspace.loss;

import org.jspecify.annotations.NullMarked;
