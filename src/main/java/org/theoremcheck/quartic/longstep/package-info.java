/** What one long step, one epoch or a few steps do, exactly: identities and bounds with constants. */
@NullMarked
package org.theoremcheck.quartic.longstep;

import org.jspecify.annotations.NullMarked;
