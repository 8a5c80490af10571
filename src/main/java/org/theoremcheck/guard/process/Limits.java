package org.theoremcheck.guard.process;

import java.time.Duration;

/**
 * How long a process may take.
 *
 * @param answer for an answer
 * @param claim for all answers that a claim needs; also for the first answer of a process, which may have much to load
 */
public record Limits(Duration answer, Duration claim) {}
