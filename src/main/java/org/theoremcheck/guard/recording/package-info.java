/**
 * Runs that are over. A {@link org.theoremcheck.guard.recording.Recorder} keeps what was played while a subject is judged, a
 * {@link org.theoremcheck.guard.recording.Recording} is judged without running anything.
 */
@NullMarked
package org.theoremcheck.guard.recording;

import org.jspecify.annotations.NullMarked;
