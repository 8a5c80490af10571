/** Which of the solutions of an overparameterized linear model is found: that of gradient descent, or another. */
@NullMarked
package org.theoremcheck.dualspace.bias;

import org.jspecify.annotations.NullMarked;
