/**
 * The step rules of common optimizers, each in a file with its source and its slips: rules that go wrong in one known way. A subject in
 * the role of a {@link org.theoremcheck.guard.steprule.Stepper} is compared with its rule step by step, on the gradients that it has seen
 * itself, so that the first difference is a slip and not what became of it.
 */
@NullMarked
package org.theoremcheck.guard.steprule;

import org.jspecify.annotations.NullMarked;
