/**
 * Nearly linear convergence under fourth-order growth (arXiv 2409.19791, 2604.13393): {@code objective} holds functions with a ravine,
 * {@code descent} the methods and their protocol, {@code rate} the claims about whole runs, {@code longstep} those about single steps and
 * epochs, and {@code ravine} those about the functions themselves.
 */
@NullMarked
package org.theoremcheck.quartic;

import org.jspecify.annotations.NullMarked;
