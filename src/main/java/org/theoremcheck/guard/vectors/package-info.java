/**
 * Instances with the calls, the answers and the findings that belong to them, as files for those who cannot run this program in their build:
 * {@link org.theoremcheck.guard.vectors.VectorSet} is a file, {@link org.theoremcheck.guard.vectors.Selection} chooses what goes into it.
 */
@NullMarked
package org.theoremcheck.guard.vectors;

import org.jspecify.annotations.NullMarked;
