package org.theoremcheck.audit;

import java.util.Map;
import org.theoremcheck.claim.Tally;

/** A unit of the work of an audit, in names and numbers: whoever has the claims can do it, and needs to know of no other unit. */
sealed interface Order {

    /** What is to be done, unique within an audit. */
    String work();

    /**
     * To play and judge instances.
     *
     * @param run name of the run
     * @param from first index
     * @param to index behind the last
     */
    record Sample(String run, long from, long to) implements Order {
        @Override
        public String work() {
            return "%s, %d to %d".formatted(run, from, to);
        }
    }

    /**
     * To follow a claim up.
     *
     * @param claim its id
     * @param instances that were asked for of each theorem and group
     * @param tallies what sampling saw in each of its families, by name
     */
    record Conclude(String claim, long instances, Map<String, Tally> tallies) implements Order {
        @Override
        public String work() {
            return "conclusion of " + claim;
        }
    }
}
