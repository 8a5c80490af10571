package org.theoremcheck.claim;

import java.util.List;

/** The claims of one paper. Found by {@link java.util.ServiceLoader}, in this project or in a jar beside it. */
public interface Paper {

    /** Title and identifier of the paper. */
    String title();

    /** Its theorems, in the order in which they should be read. */
    List<Theorem<?, ?, ?>> theorems();

    /** What its part of the report shows beside them, computed anew for each report. */
    default List<Figure> figures() {
        return List.of();
    }
}
