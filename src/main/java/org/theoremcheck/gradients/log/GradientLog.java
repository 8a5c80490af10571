package org.theoremcheck.gradients.log;

import java.io.Closeable;
import java.io.IOException;

/**
 * Logged gradients g₀, …, g_T, a row each, of equally many coordinates. Any part of them can be read at any time by any thread; nothing
 * is held in memory.
 */
public interface GradientLog extends Closeable {

    /** The file as it was named, with its entry where it has several. */
    String name();

    /** T + 1, at least 2. */
    int rows();

    /** Coordinates, at least 1. */
    int columns();

    /** Whether the numbers of a coordinate lie together in the file, rather than those of a gradient. */
    boolean byColumn();

    /**
     * Reads a block of numbers, gradient after gradient: the coordinates column, …, column + columns − 1 of the gradients row, …,
     * row + rows − 1. Numbers that are not finite are handed on as they are.
     *
     * @param target its first rows get the gradients, from their beginnings on
     * @throws BadLog if the file holds less than it said at first
     */
    void read(int row, int rows, int column, int columns, double[][] target) throws IOException;
}
