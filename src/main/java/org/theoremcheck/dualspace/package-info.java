/**
 * Dual-space preconditioning and its implicit bias (arXiv 2603.10485): {@code loss} and {@code preconditioner} hold the functions ℓ and K
 * with their constants, {@code model} the problems and the protocol, {@code descent} the claims about convergence and path length, and
 * {@code bias} those about which of the solutions is found.
 */
@NullMarked
package org.theoremcheck.dualspace;

import org.jspecify.annotations.NullMarked;
