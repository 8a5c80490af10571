/**
 * Subjects that are processes. A {@link org.theoremcheck.guard.process.ProcessDoor} says a call a line in JSON and hears an answer a line,
 * whatever the process is written in; what goes wrong on the way is a {@link org.theoremcheck.guard.process.Breakdown}, never a wait.
 */
@NullMarked
package org.theoremcheck.guard.process;

import org.jspecify.annotations.NullMarked;
