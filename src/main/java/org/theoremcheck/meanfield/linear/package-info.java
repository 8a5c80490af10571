/** The linear loss, where the limit is deterministic and a second road leads to it: the spectrum of the design. */
@NullMarked
package org.theoremcheck.meanfield.linear;

import org.jspecify.annotations.NullMarked;
