/**
 * Overparameterized linear models and descent on them: problems, the role of an optimizer and its protocol, the row space of the data, and
 * the same quantities in enclosed arithmetic.
 */
@NullMarked
package org.theoremcheck.dualspace.model;

import org.jspecify.annotations.NullMarked;
