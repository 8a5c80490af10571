/**
 * Random projections of a log of gradients: what of path length, κ and rank survives zₜ = R gₜ with one R for the whole run. The
 * statistical theorems test means of bounded or sub-gamma quantities against tail bounds that hold at every sample size ({@code
 * TailBound}), so that their false alarms are proved and not only asymptotic.
 */
@NullMarked
package org.theoremcheck.predictable.projection;

import org.jspecify.annotations.NullMarked;
