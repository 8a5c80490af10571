/**
 * The commands on Apache Spark: what threads do elsewhere, executors do here, and the results are the same byte for byte.
 *
 * <p>Nothing but strings and numbers crosses the wire: orders and outcomes as lines of JSON, and the ids of the claims, which an executor
 * finds in its own catalogue. In the build under the profile {@code spark} only; {@link org.theoremcheck.spark.Main} is the way in.
 */
@NullMarked
package org.theoremcheck.spark;

import org.jspecify.annotations.NullMarked;
