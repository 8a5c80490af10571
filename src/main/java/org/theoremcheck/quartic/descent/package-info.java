/**
 * Descent with short gradient steps and long Polyak steps: the {@code Problem}, the role {@code Descender}, the methods, all of which move
 * against the gradient and differ in how far, and the landscapes on which they are tried.
 *
 * <p>Conventions. An update is one gradient evaluation and one move; an epoch of {@link org.theoremcheck.quartic.descent.GDPolyak} is Kᵢ
 * short updates and one long one, so N updates cost N gradients. The gap of an epoch is taken at the point where its long step starts: the
 * gap after it may be far larger, for the long step multiplies what is left across the ravine. The gap of a run is the best so far.
 */
@NullMarked
package org.theoremcheck.quartic.descent;

import org.jspecify.annotations.NullMarked;
