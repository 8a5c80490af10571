/**
 * Reads logged gradients: {@link org.theoremcheck.gradients.log.GradientLogs} opens a .npy, .npz, .safetensors or .csv file as a
 * {@link org.theoremcheck.gradients.log.GradientLog}, or says in one sentence why it cannot
 * ({@link org.theoremcheck.gradients.log.BadLog}). A file is somebody else's: nothing it says is believed before it is compared with what
 * the file holds, nothing in it is executed, and what it promises is never allocated.
 */
@NullMarked
package org.theoremcheck.gradients.log;

import org.jspecify.annotations.NullMarked;
