package org.theoremcheck.audit;

import java.io.IOException;
import java.util.List;

/** Those who do the work of an audit: threads, or machines elsewhere, each with a {@link Workshop}. */
@FunctionalInterface
public interface Workers {

    /** Who is told of outcomes; by one thread at a time. */
    @FunctionalInterface
    interface Taker {
        /**
         * An order was executed. One that is told of twice counts once.
         *
         * @param order its position in the list
         * @param outcome what the workshop gave
         */
        void take(int order, String outcome);
    }

    /**
     * Has every order executed, in any order, and returns when all outcomes have been taken.
     *
     * @throws IOException if some could not be executed; what was taken stays taken
     */
    void work(List<String> orders, Taker taker) throws IOException;
}
