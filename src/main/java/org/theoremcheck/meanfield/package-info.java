/**
 * Nishiyama, Imaizumi: stochastic gradient flow in high dimension and its mean-field limit (arXiv 2602.06320). {@code model} says what is
 * trained on what, {@code flow} simulates it at a finite size, {@code limit} solves the equations of the limit, and the other packages
 * hold the theorems that compare them.
 */
@NullMarked
package org.theoremcheck.meanfield;

import org.jspecify.annotations.NullMarked;
