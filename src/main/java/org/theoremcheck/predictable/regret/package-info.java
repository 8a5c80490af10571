/**
 * Optimistic online learning and its regret: the game, three algorithms, and the theorems about them.
 *
 * <p>Algorithms: {@link org.theoremcheck.predictable.regret.TwoStep}, {@link org.theoremcheck.predictable.regret.OneStep},
 * {@link org.theoremcheck.predictable.regret.OptimisticLeader}. Theorems: the classes whose names begin with {@code Regret}, and
 * {@link org.theoremcheck.predictable.regret.HintIdentity}.
 */
@NullMarked
package org.theoremcheck.predictable.regret;

import org.jspecify.annotations.NullMarked;
