/**
 * Increments of low rank: what the best rank-r approximation of H = [g₁ − g₀, …, g_T − g_{T−1}] says of a sequence of gradients, and
 * what it does not.
 *
 * <p>Algorithm: {@link org.theoremcheck.predictable.rank.TruncatedSvd}, in the role
 * {@link org.theoremcheck.predictable.rank.IncrementPredictor}. Theorems: {@link org.theoremcheck.predictable.rank.Rank} lists them.
 */
@NullMarked
package org.theoremcheck.predictable.rank;

import org.jspecify.annotations.NullMarked;
