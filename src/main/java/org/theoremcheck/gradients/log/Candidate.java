package org.theoremcheck.gradients.log;

import java.io.IOException;

/** An array of a file that holds several. */
interface Candidate {

    /** The array's name in the file. */
    String name();

    Shape shape() throws IOException;

    /** The array as a log of its own, if it is a matrix of floating-point numbers. */
    Slab matrix() throws IOException;

    /** The array as one gradient of a log, if it is a vector of floating-point numbers. */
    Slab vector() throws IOException;
}
