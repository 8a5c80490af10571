/** Mirror maps: a domain, a potential, a norm, and the step that they define. */
@NullMarked
package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.NullMarked;
