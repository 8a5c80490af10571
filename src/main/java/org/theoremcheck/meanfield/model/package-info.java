/** What is trained: losses, start laws, step, temperature and the proportions of the limit. */
@NullMarked
package org.theoremcheck.meanfield.model;

import org.jspecify.annotations.NullMarked;
