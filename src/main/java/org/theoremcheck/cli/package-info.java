/** The commands, thin: options in, exit codes out. */
@NullMarked
package org.theoremcheck.cli;

import org.jspecify.annotations.NullMarked;
