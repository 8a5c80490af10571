/** Simulations against the mean-field limit: moments, laws of coordinates and outputs, responses, and what SGD has to do with it. */
@NullMarked
package org.theoremcheck.meanfield.agreement;

import org.jspecify.annotations.NullMarked;
