/**
 * Judges anybody's implementation. A {@link org.theoremcheck.guard.Door} gives a subject in the role that a claim is about: an object
 * ({@code junit}), a process ({@code process}) or a recorded run ({@code recording}). {@link org.theoremcheck.guard.Guard} tries each
 * claim on it, and a {@link org.theoremcheck.guard.Judgement} says what was found, with the smallest counterexample and, where one listed
 * slip accounts for it, an {@link org.theoremcheck.guard.Explanation}.
 */
@NullMarked
package org.theoremcheck.guard;

import org.jspecify.annotations.NullMarked;
