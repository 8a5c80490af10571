/** The mean-field curves of a model that somebody names, with runs beside them. */
@NullMarked
package org.theoremcheck.meanfield.curve;

import org.jspecify.annotations.NullMarked;
