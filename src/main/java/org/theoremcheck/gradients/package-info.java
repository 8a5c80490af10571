/**
 * Whether logged gradients are predictable, of low rank, or noise (arXiv 2601.04270, with the nulls that its table lacks): {@code log}
 * reads the files, {@link org.theoremcheck.gradients.Reading} passes over one once, and {@link org.theoremcheck.gradients.Diagnosis}
 * says what was found.
 */
@NullMarked
package org.theoremcheck.gradients;

import org.jspecify.annotations.NullMarked;
