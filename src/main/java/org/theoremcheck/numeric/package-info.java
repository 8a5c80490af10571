/**
 * Numbers that can be trusted: rounding budgets, exact re-evaluation, stable kernels and pinned random streams.
 *
 * <p>Everything here gives the same bits on every JDK and platform: of {@link java.lang.Math} only the operations that IEEE 754
 * rounds correctly are used; exp and log come from {@link java.lang.StrictMath}.
 */
@NullMarked
package org.theoremcheck.numeric;

import org.jspecify.annotations.NullMarked;
