/**
 * The audit: draws instances, searches for worse ones, shrinks and certifies what is violated, tallies, and keeps the ledger.
 *
 * <p>{@link org.theoremcheck.audit.Audit} is the order of events. Work is cut into {@link org.theoremcheck.audit.Run}s (one family, one
 * referee, one subject, all claims that judge it) and those into ranges of indices, whose tallies merge to the same result in any order;
 * {@link org.theoremcheck.audit.Workers} do it, on threads of this process or elsewhere.
 */
@NullMarked
package org.theoremcheck.audit;

import org.jspecify.annotations.NullMarked;
