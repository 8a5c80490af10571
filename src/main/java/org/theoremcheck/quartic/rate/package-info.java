/**
 * How fast the gap falls: the criterion of hitting times that tells nearly linear from sublinear runs, the ratios from epoch to epoch, and
 * where a fixed number of short steps stalls.
 */
@NullMarked
package org.theoremcheck.quartic.rate;

import org.jspecify.annotations.NullMarked;
