package org.theoremcheck.gradients;

import java.io.IOException;
import java.util.Iterator;

/**
 * Who reads a log elsewhere, panel by panel: neighbouring coordinates, all that is asked of which adds up. Somebody who reads one calls
 * {@link Diagnosis#panel}.
 */
@FunctionalInterface
public interface Panels {

    /** The numbers that reading panels 0, …, count − 1 left, in this order. */
    Iterator<double[]> read(int count) throws IOException;
}
