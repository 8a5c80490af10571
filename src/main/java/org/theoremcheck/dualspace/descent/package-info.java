/** How fast dual-space preconditioned gradient descent converges, and how far it goes. */
@NullMarked
package org.theoremcheck.dualspace.descent;

import org.jspecify.annotations.NullMarked;
