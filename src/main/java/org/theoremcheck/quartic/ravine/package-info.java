/** What functions look like near a minimizer with fourth-order growth: the ravine, how f grows along and across it, and where it bends. */
@NullMarked
package org.theoremcheck.quartic.ravine;

import org.jspecify.annotations.NullMarked;
