/**
 * The vocabulary: a {@link org.theoremcheck.claim.Family} draws instances, a {@link org.theoremcheck.claim.Referee} plays them with a
 * {@link org.theoremcheck.claim.Subject} and folds what it sees into evidence, a {@link org.theoremcheck.claim.Statement} judges the
 * evidence, and a {@link org.theoremcheck.claim.Tally} counts the findings. A {@link org.theoremcheck.claim.Theorem} is one file of a
 * paper's package; its controls are the theorem with one {@link org.theoremcheck.claim.Alteration}.
 */
@NullMarked
package org.theoremcheck.claim;

import org.jspecify.annotations.NullMarked;
